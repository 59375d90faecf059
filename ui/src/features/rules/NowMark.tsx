import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import type { ConditionView, OutcomeOfCondition } from '../../api/types';
import { useRuleEditor } from './EditorContext';

const looks: Record<OutcomeOfCondition, { icon: typeof CircleCheck; word: string; ink: string }> = {
  passed: { icon: CircleCheck, word: 'met', ink: 'text-good' },
  notPassed: { icon: CircleX, word: 'not met', ink: 'text-ink-2' },
  error: { icon: CircleAlert, word: 'error', ink: 'text-bad' },
};

/** What the condition finds in the chosen session now, and whether that is enough. */
export function NowMark({ pointer }: { pointer: string }) {
  const condition = useRuleEditor().conditions.get(pointer);
  if (!condition) return null;
  const { icon: Icon, word, ink } = looks[condition.outcome];
  return (
    <span
      className="ml-auto flex min-h-7 min-w-0 max-w-full items-center gap-1.5 text-sm"
      title={fullText(condition)}
    >
      <span className="min-w-0 truncate text-ink-3">
        now: <span className="text-ink-2 tabular-nums">{foundText(condition)}</span>
      </span>
      <span className={`flex shrink-0 items-center gap-1 font-medium ${ink}`}>
        <Icon aria-hidden size={14} />
        {word}
      </span>
    </span>
  );
}

function foundText({ actual, reason, children, outcome }: ConditionView): string {
  if (actual !== '') return actual;
  if (reason) return reason;
  const met = children.filter((child) => child.outcome === 'passed').length;
  return children.length > 0 ? `${met} of ${children.length}` : outcome === 'passed' ? 'so it is' : 'not so';
}

function fullText(condition: ConditionView): string {
  return [condition.sentence, condition.reason].filter(Boolean).join(': ');
}
