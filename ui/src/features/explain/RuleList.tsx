import type { RulePlace } from '../../api/explain';
import type { CampaignTraceView, NotEvaluatedView } from '../../api/types';
import { NotEvaluated } from '../../kit/NotEvaluated';
import { verdictState } from '../../kit/RuleVerdict';
import { StateBadge } from '../../kit/StateBadge';
import { type ExplainedRule, isAt, ruleGroups } from './ruleGroups';

export type RuleListProps = {
  campaigns: readonly CampaignTraceView[];
  notEvaluated: readonly NotEvaluatedView[];
  chosen: ExplainedRule;
  onChoose: (place: RulePlace) => void;
};

/** Every rule that was looked at, grouped by what became of it, and the campaigns that were left out. */
export function RuleList({ campaigns, notEvaluated, chosen, onChoose }: RuleListProps) {
  const chosenPlace = placeOf(chosen);
  return (
    <div className="min-h-0 flex-1 overflow-auto py-1">
      {ruleGroups(campaigns).map((group) => (
        <section key={group.verdict} aria-label={group.title} className="pb-1">
          <h3 className="m-0 flex h-7 items-center gap-2 px-3 font-normal">
            <StateBadge state={verdictState[group.verdict]} />
            <span className="text-sm text-ink-3">{group.rules.length}</span>
          </h3>
          {group.rules.map((entry) => (
            <RuleButton
              key={`${entry.campaignId}/${entry.rule.index}`}
              entry={entry}
              isChosen={isAt(entry, chosenPlace)}
              onPress={() => onChoose(placeOf(entry))}
            />
          ))}
        </section>
      ))}
      <NotEvaluated campaigns={notEvaluated} />
    </div>
  );
}

function RuleButton(props: { entry: ExplainedRule; isChosen: boolean; onPress: () => void }) {
  const { entry, isChosen } = props;
  const ground = isChosen ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover';
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={props.onPress}
      className={`ring-inside block min-h-7 w-full px-3 py-1 text-left ${ground}`}
    >
      <span className="block leading-4 break-words">{entry.rule.title}</span>
      <span className="block text-sm leading-4 break-words text-ink-3">{entry.campaignName}</span>
    </button>
  );
}

function placeOf(entry: ExplainedRule): RulePlace {
  return { campaignId: entry.campaignId, ruleIndex: entry.rule.index };
}
