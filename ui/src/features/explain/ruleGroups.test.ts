import { expect, test } from 'vitest';
import type { CampaignTraceView, VerdictView } from '../../api/types';
import { ruleAt, ruleGroups } from './ruleGroups';

const campaigns = [
  campaign(1, ['notMet', 'fired']),
  campaign(2, ['failed']),
  campaign(3, ['fired', 'excluded']),
  campaign(4, []),
];

const explanation = { title: 'An event', campaigns, notEvaluated: [] };

test('rules are grouped by verdict, in the order of evaluation', () => {
  const read = ruleGroups(campaigns).map(
    ({ title, rules }) => `${title}: ${rules.map(({ campaignId, rule }) => `${campaignId}.${rule.index}`)}`,
  );
  expect(read).toEqual(['Applied: 1.1,3.0', 'Not met: 1.0', 'Excluded: 3.1', 'Failed: 2.0']);
});

test.each([
  ['the one asked for', { campaignId: 3, ruleIndex: 1 }, 'Rule 3.1'],
  ['the first applied one without a place', undefined, 'Rule 1.1'],
  ['the first applied one when the place is gone', { campaignId: 9, ruleIndex: 0 }, 'Rule 1.1'],
])('the chosen rule is %s', (_, place, title) => {
  expect(ruleAt(explanation, place)?.rule.title).toBe(title);
});

test('without rules none is chosen', () => {
  expect(ruleAt({ ...explanation, campaigns: [campaign(4, [])] }, undefined)).toBeUndefined();
});

function campaign(campaignId: number, verdicts: readonly VerdictView[]): CampaignTraceView {
  return {
    campaignId,
    campaignName: `Campaign ${campaignId}`,
    rules: verdicts.map((verdict, index) => ({
      index,
      title: `Rule ${campaignId}.${index}`,
      verdict,
      why: null,
      conditions: [],
    })),
  };
}
