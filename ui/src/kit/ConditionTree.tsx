import { Check, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import { distanceOf } from './distance';
import type { ShownCondition } from './traceTypes';

const looks: Record<ShownCondition['outcome'], { icon: LucideIcon; word: string; ink: string }> = {
  passed: { icon: Check, word: 'Met', ink: 'text-good' },
  notPassed: { icon: X, word: 'Not met', ink: 'text-bad' },
  error: { icon: TriangleAlert, word: 'Error', ink: 'text-warn' },
};

/** The conditions of a rule as a tree: each with its outcome, what was wanted, what was found, and how far off. */
export function ConditionTree({
  label,
  conditions,
}: {
  label: string;
  conditions: readonly ShownCondition[];
}) {
  return (
    <ul aria-label={label} className="m-0 list-none p-0">
      {conditions.map((condition) => (
        <Condition key={condition.pointer} condition={condition} />
      ))}
    </ul>
  );
}

function Condition({ condition }: { condition: ShownCondition }) {
  const { icon: Icon, word, ink } = looks[condition.outcome];
  return (
    <li className="border-line border-b py-1 last:border-b-0">
      <div className="flex items-start gap-2">
        <span className={`inline-flex w-[76px] shrink-0 items-center gap-1 text-sm font-medium ${ink}`}>
          <Icon aria-hidden size={13} strokeWidth={2.5} className="shrink-0" />
          <span className="leading-5">{word}</span>
        </span>
        <div className="min-w-0 flex-1">
          <p className="m-0 break-words">{condition.sentence}</p>
          <Comparison condition={condition} />
          {condition.reason ? <p className="m-0 break-words text-sm text-ink-2">{condition.reason}</p> : null}
        </div>
      </div>
      {condition.children.length > 0 ? (
        <div className="mt-1 ml-2 border-line border-l pl-3">
          <ConditionTree label={`Inside: ${condition.sentence}`} conditions={condition.children} />
        </div>
      ) : null}
    </li>
  );
}

/** Wanted, found, and the way between them. A group compares nothing and shows nothing. */
function Comparison({ condition }: { condition: ShownCondition }) {
  const { expected, actual, outcome } = condition;
  if (expected === '' && actual === '') return null;
  const distance = outcome === 'notPassed' ? distanceOf(expected, actual) : null;
  return (
    <p className="m-0 flex flex-wrap gap-x-4 text-sm">
      <Value name="Expected" text={expected} />
      <Value name="Actual" text={actual} />
      {distance ? <span className="font-medium text-warn tabular-nums">{distance}</span> : null}
    </p>
  );
}

function Value({ name, text }: { name: string; text: string }) {
  return (
    <span className="min-w-0 break-words">
      <span className="text-ink-3">{name} </span>
      {text === '' ? (
        <span className="text-ink-3">nothing</span>
      ) : (
        <span className="tabular-nums">{text}</span>
      )}
    </span>
  );
}
