import { Plus } from 'lucide-react';
import { Button } from '../../kit/Button';
import { Disclosure } from '../../kit/Disclosure';
import { countOf } from '../../lib/text';
import { useRuleEditor } from './EditorContext';
import { focusRow } from './focusRow';
import { insertAt } from './pointer';
import { SelectorCard } from './SelectorCard';
import { newSelector } from './templates';

/** The item lists of the campaign: parts of the cart that conditions and effects can name. */
export function SelectorsPanel() {
  const { document, edit } = useRuleEditor();
  const selectors = document.selectors ?? [];
  const add = () => {
    edit((before) => insertAt(before, '/selectors', selectors.length, newSelector(freeName(selectors))));
    focusRow(`/selectors/${selectors.length}`);
  };
  return (
    <Disclosure
      key={selectors.length === 0 ? 'none' : 'some'}
      defaultOpen={selectors.length > 0}
      title={
        <span>
          <span className="font-semibold">Item lists</span>{' '}
          <span className="text-sm text-ink-3">
            {selectors.length === 0
              ? 'none: effects can be for the cart or for every item'
              : `${countOf(selectors.length, 'list')} to use in conditions and effects`}
          </span>
        </span>
      }
    >
      <div className="flex flex-col gap-2 py-2">
        {selectors.map((selector, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
          <SelectorCard key={index} selector={selector} pointer={`/selectors/${index}`} />
        ))}
        <div>
          <Button size="small" tone="quiet" icon={Plus} onPress={add}>
            Add item list
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

function freeName(selectors: readonly { name: string }[]): string {
  let count = selectors.length + 1;
  while (selectors.some((selector) => selector.name === `items${count}`)) count += 1;
  return `items${count}`;
}
