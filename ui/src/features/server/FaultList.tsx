import { Plus, Trash2 } from 'lucide-react';
import type { Refusal } from '../../api/refusal';
import type { FaultKind, FaultView } from '../../api/types';
import { Button } from '../../kit/Button';
import { ErrorNote } from '../../kit/ErrorNote';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import { Switch } from '../../kit/Switch';
import { FaultNumber, FaultPath } from './FaultFields';

export type FaultListProps = {
  faults: readonly FaultView[];
  onChange: (faults: FaultView[]) => void;
  refusal: Refusal | null;
};

const kinds: readonly { id: FaultKind; label: string; description: string }[] = [
  { id: 'delay', label: 'Late answer', description: 'Answered as always, but later' },
  { id: 'conflict', label: '409 Conflict', description: 'Too many requests are updating the same thing' },
  { id: 'tooMany', label: '429 Too many', description: 'The rate limit is reached' },
  { id: 'failure', label: '500 Failure', description: 'The server failed' },
  { id: 'drop', label: 'Dropped', description: 'The connection is closed without an answer' },
];

const fresh: FaultView = { kind: 'conflict', path: '', share: 100, delayMs: 2000, on: true };

/** What calls meet on purpose, so that a client can be seen to cope. */
export function FaultList({ faults, onChange, refusal }: FaultListProps) {
  const replace = (index: number, fault: FaultView) =>
    onChange(faults.map((other, place) => (place === index ? fault : other)));
  const problem = refusal?.problems.find(({ field }) => field.startsWith('/faults'))?.message;
  return (
    <section aria-label="Faults" className="border-line border-t pt-3">
      <div className="flex items-center gap-2">
        <h3 className="m-0 flex-1 text-base font-semibold">Faults</h3>
        <Button size="small" icon={Plus} onPress={() => onChange([...faults, fresh])}>
          Add a fault
        </Button>
      </div>
      <p className="m-0 mt-1 text-sm text-ink-2">
        See how your client copes when the vendor is slow, busy or gone. A call that meets a fault changes
        nothing, unless it is only answered late. Faults are off again when the workspace is closed.
      </p>
      {problem ? <ErrorNote message={problem} next="The faults are as before." /> : null}
      <ul className="m-0 mt-2 flex list-none flex-col gap-2 p-0">
        {faults.map((fault, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fault is known by its place
          <li key={index} className="flex flex-wrap items-end gap-2 rounded-md border border-line p-2">
            <Switch
              label={`Fault ${index + 1} on`}
              hideLabel
              isSelected={fault.on}
              onChange={(on) => replace(index, { ...fault, on })}
            />
            <Select
              label="What happens"
              value={fault.kind}
              onChange={(id) => replace(index, { ...fault, kind: kindOf(id) })}
              choices={kinds}
              className="w-32"
            />
            <FaultPath path={fault.path} onChange={(path) => replace(index, { ...fault, path })} />
            <FaultNumber
              label="Share %"
              value={fault.share}
              onChange={(share) => replace(index, { ...fault, share })}
              className="w-16"
            />
            {fault.kind === 'delay' ? (
              <FaultNumber
                label="By ms"
                value={fault.delayMs}
                onChange={(delayMs) => replace(index, { ...fault, delayMs })}
                className="w-20"
              />
            ) : null}
            <IconButton
              label={`Remove fault ${index + 1}`}
              icon={Trash2}
              onPress={() => onChange(faults.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindOf(id: string): FaultKind {
  return kinds.find((kind) => kind.id === id)?.id ?? 'conflict';
}
