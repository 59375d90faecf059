import type { Explanation, RulePlace } from '../../api/explain';
import type { CampaignTraceView, RuleTraceView, VerdictView } from '../../api/types';

/** A rule together with the campaign it belongs to. */
export type ExplainedRule = {
  campaignId: number;
  campaignName: string;
  rule: RuleTraceView;
};

export type RuleGroup = { verdict: VerdictView; title: string; rules: ExplainedRule[] };

const groups: readonly { verdict: VerdictView; title: string }[] = [
  { verdict: 'fired', title: 'Applied' },
  { verdict: 'notMet', title: 'Not met' },
  { verdict: 'excluded', title: 'Excluded' },
  { verdict: 'failed', title: 'Failed' },
];

/** All rules by what became of them, in the order of evaluation; groups without rules are left out. */
export function ruleGroups(campaigns: readonly CampaignTraceView[]): RuleGroup[] {
  const all = campaigns.flatMap(rulesOf);
  return groups
    .map((group) => ({ ...group, rules: all.filter(({ rule }) => rule.verdict === group.verdict) }))
    .filter((group) => group.rules.length > 0);
}

/** The rule at a place, failing its code at the rule; without a place, or when it is not there, the first one listed. */
export function ruleAt(explanation: Explanation, place: RulePlace | undefined): ExplainedRule | undefined {
  const listed = ruleGroups(explanation.campaigns).flatMap((group) => group.rules);
  if (place === undefined) return listed[0];
  const { campaignId, ruleIndex } = place;
  const isThere = (entry: ExplainedRule) => isAt(entry, { campaignId, ruleIndex });
  return listed.find((entry) => isAt(entry, place)) ?? listed.find(isThere) ?? listed[0];
}

/** Whether a rule is the one at this place. */
export function isAt(entry: ExplainedRule, place: RulePlace): boolean {
  const isRule = entry.campaignId === place.campaignId && entry.rule.index === place.ruleIndex;
  return isRule && (place.code === undefined || entry.rule.code === place.code);
}

function rulesOf(campaign: CampaignTraceView): ExplainedRule[] {
  const { campaignId, campaignName } = campaign;
  return campaign.rules.map((rule) => ({ campaignId, campaignName, rule }));
}
