import { ConditionTree } from './ConditionTree';
import { StateBadge } from './StateBadge';
import type { ShownRule } from './traceTypes';

/** The badge that goes with each verdict. */
export const verdictState = {
  fired: 'applied',
  notMet: 'notMet',
  excluded: 'excluded',
  failed: 'failed',
} as const satisfies Record<ShownRule['verdict'], string>;

export type RuleVerdictProps = {
  rule: ShownRule;
  /** Leaves the heading to whoever shows it. */
  hideHeading?: boolean;
};

/** One rule with what became of it and every condition it looked at. */
export function RuleVerdict({ rule, hideHeading }: RuleVerdictProps) {
  return (
    <div className="flex flex-col gap-1">
      {hideHeading ? null : (
        <div className="flex min-h-7 items-center gap-2">
          <h3 className="m-0 min-w-0 text-base font-semibold break-words">{rule.title}</h3>
          <StateBadge state={verdictState[rule.verdict]} />
        </div>
      )}
      {rule.why ? <p className="m-0 break-words text-ink-2">{rule.why}</p> : null}
      {rule.conditions.length > 0 ? (
        <ConditionTree label={`Conditions of ${rule.title}`} conditions={rule.conditions} />
      ) : (
        <p className="m-0 text-ink-3">This rule has no conditions.</p>
      )}
    </div>
  );
}
