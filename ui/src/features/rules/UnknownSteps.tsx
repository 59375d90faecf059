import { Braces } from 'lucide-react';
import { Button } from '../../kit/Button';
import type { Selector } from './document';
import { useRuleEditor } from './EditorContext';

/** Steps the form has no fields for: shown as they are, edited as JSON. */
export function UnknownSteps({ selector, pointer }: { selector: Selector; pointer: string }) {
  const { showJson } = useRuleEditor();
  return (
    <div className="flex items-start gap-2">
      <ol className="m-0 min-w-0 flex-1 list-decimal pl-5 text-ink-2">
        {selector.steps.map(({ type, ...fields }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own
          <li key={index}>
            <span className="font-medium">{type}</span>{' '}
            <code className="break-all text-ink-3">{JSON.stringify(fields)}</code>
          </li>
        ))}
      </ol>
      <Button size="small" tone="quiet" icon={Braces} onPress={() => showJson(pointer)}>
        Edit as JSON
      </Button>
    </div>
  );
}
