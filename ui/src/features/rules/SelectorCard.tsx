import { Braces, EllipsisVertical, Trash2 } from 'lucide-react';
import { IconButton } from '../../kit/IconButton';
import { Menu } from '../../kit/Menu';
import { Select } from '../../kit/Select';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import { AttributePicker } from './AttributePicker';
import { patchAt } from './blockEdits';
import { ConditionList } from './ConditionList';
import type { Selector } from './document';
import { useRuleEditor } from './EditorContext';
import { LoneCondition } from './LoneCondition';
import { removeAt } from './pointer';
import { RowProblems } from './RowProblems';
import { readSteps, type SimpleSteps, writeSteps } from './selectorSteps';
import { UnknownSteps } from './UnknownSteps';
import { pathsFor } from './words';

/** One item list: its name, which items, in which order, how many. */
export function SelectorCard({ selector, pointer }: { selector: Selector; pointer: string }) {
  const { edit, showJson } = useRuleEditor();
  const simple = readSteps(selector.steps);
  const change = (fields: Record<string, Json>) => edit((before) => patchAt(before, pointer, fields));
  return (
    <div data-row={pointer} className="rounded-lg border border-line bg-surface p-3">
      <div className="flex items-end gap-2 pb-2">
        <TextField
          isCode
          label="List name"
          value={selector.name}
          onChange={(name) => change({ name })}
          className="w-52"
        />
        <code className="flex-1 pb-1.5 text-ink-3">$Selectors.{selector.name}</code>
        <Menu
          label="Do with this list"
          trigger={<IconButton label="More for this list" icon={EllipsisVertical} />}
          entries={[
            {
              kind: 'action',
              id: 'json',
              label: 'Edit as JSON',
              icon: Braces,
              onPress: () => showJson(pointer),
            },
            {
              kind: 'action',
              id: 'remove',
              label: 'Remove the list',
              icon: Trash2,
              isDangerous: true,
              onPress: () => edit((before) => removeAt(before, pointer)),
            },
          ]}
        />
      </div>
      {simple ? (
        <StepFields
          pointer={pointer}
          steps={simple}
          onChange={(steps) => change({ steps: writeSteps(steps, selector.steps) })}
        />
      ) : (
        <UnknownSteps selector={selector} pointer={pointer} />
      )}
      <RowProblems pointer={pointer} />
    </div>
  );
}

type StepFieldsProps = { pointer: string; steps: SimpleSteps; onChange: (steps: SimpleSteps) => void };

function StepFields({ pointer, steps, onChange }: StepFieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      <section aria-label="Which items">
        <h4 className="m-0 text-sm font-medium text-ink-2">Items of the cart where</h4>
        <ItemFilter pointer={pointer} steps={steps} />
      </section>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="w-20 text-sm text-ink-2">sorted by</span>
        <SortFields steps={steps} onChange={onChange} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="w-20 text-sm text-ink-2">take</span>
        <TakeFields steps={steps} onChange={onChange} />
      </div>
    </div>
  );
}

function ItemFilter({ pointer, steps }: Pick<StepFieldsProps, 'pointer' | 'steps'>) {
  if (steps.filterAt === null) return <p className="m-0 pl-11 text-ink-3">every item is taken</p>;
  const predicate = `${pointer}/steps/${steps.filterAt}/predicate`;
  if (!steps.isGroup) return <LoneCondition pointer={predicate} place={isItem} />;
  return <ConditionList pointer={`${predicate}/blocks`} place={isItem} joint="and" />;
}

const isItem = { isItem: true };

type PartProps = Omit<StepFieldsProps, 'pointer'>;

function SortFields({ steps, onChange }: PartProps) {
  const items = pathsFor(useRuleEditor().paths, { isItem: true }).filter(({ path }) =>
    path.startsWith('$Item.'),
  );
  const sort = steps.sort;
  return (
    <>
      <AttributePicker
        label="Sorted by"
        value={sort?.expression ?? ''}
        paths={items}
        onChange={({ path }) =>
          onChange({ ...steps, sort: { expression: path, direction: sort?.direction ?? 'asc' } })
        }
        placeholder="the order of the cart"
        className="!w-52"
      />
      {sort ? (
        <Select
          hideLabel
          label="Direction"
          value={sort.direction}
          onChange={(id) => onChange(id === 'none' ? { ...steps, sort: null } : withDirection(steps, id))}
          choices={[
            { id: 'asc', label: 'lowest first' },
            { id: 'desc', label: 'highest first' },
            { id: 'none', label: 'do not sort' },
          ]}
          className="w-32"
        />
      ) : null}
    </>
  );
}

function withDirection(steps: SimpleSteps, id: string): SimpleSteps {
  if (!steps.sort) return steps;
  return { ...steps, sort: { ...steps.sort, direction: id === 'desc' ? 'desc' : 'asc' } };
}

function TakeFields({ steps, onChange }: PartProps) {
  return (
    <>
      <Select
        hideLabel
        label="How many items"
        value={steps.take === null ? 'all' : 'first'}
        onChange={(id) => onChange({ ...steps, take: id === 'all' ? null : (steps.take ?? 1) })}
        choices={[
          { id: 'all', label: 'all of them' },
          { id: 'first', label: 'the first' },
        ]}
        className="w-32"
      />
      {steps.take === null ? null : (
        <>
          <TextField
            hideLabel
            isFigure
            inputMode="numeric"
            label="Number of items"
            value={String(steps.take)}
            onChange={(text) => {
              if (/^\d{1,5}$/.test(text)) onChange({ ...steps, take: Number(text) });
            }}
            className="w-16"
          />
          <span className="text-sm text-ink-2">units</span>
        </>
      )}
    </>
  );
}
