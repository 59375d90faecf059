import type { BudgetView, CampaignView, CounterView, LimitBody, VocabularyView } from '../../src/api/types';

const word = (name: string, title: string) => ({ name, title });
const everybody = [
  word('Profile', 'customer'),
  word('Coupon', 'coupon code'),
  word('Identifier', 'identifier'),
  word('Session', 'session'),
];

export const budgetVocabulary: VocabularyView['budgets'] = {
  actions: [
    {
      name: 'setDiscount',
      title: 'Sum of discounts',
      isMoney: true,
      entities: [...everybody, word('Store', 'store')],
    },
    { name: 'setDiscountEffect', title: 'Number of discounts', isMoney: false, entities: everybody },
    { name: 'addFreeItemEffect', title: 'Free items', isMoney: false, entities: everybody },
    { name: 'customEffect', title: 'Custom effects', isMoney: false, entities: everybody },
  ],
  periods: [
    word('daily', 'a day'),
    word('weekly', 'a week'),
    word('monthly', 'a month'),
    word('yearly', 'a year'),
    word('overall', 'in all'),
  ],
};

/** The budgets of *Ten percent for good customers*: one half used, one with customers of whom one used it up. */
export const tenPercentLimits: LimitBody[] = [
  { action: 'setDiscount', limit: 500, period: 'monthly', entities: [] },
  { action: 'setDiscount', limit: 20, entities: ['Profile'] },
];

const counter = (entity: string, used: string, left: string, percent: number): CounterView => ({
  entity,
  used,
  left,
  percent,
  isUsedUp: percent === 100,
});

const used: Record<string, CounterView[]> = {
  'setDiscount monthly': [counter('', '261.40', '238.60', 52)],
  'setDiscount overall Profile': [counter('ana', '20.00', '0.00', 100), counter('bob', '6.40', '13.60', 32)],
};

/** What is used of the budgets of a campaign; nothing of those that were added since. */
export function budgetViews(campaign: CampaignView): BudgetView[] {
  return campaign.limits.map(({ action, limit, period, entities }) => {
    const key = [action, period ?? 'overall', ...(entities ?? [])].join(' ');
    const counters = campaign.row.id === 1 ? (used[key] ?? []) : [];
    const isMoney = action === 'setDiscount';
    return {
      action,
      limit: isMoney ? Number(limit).toFixed(2) : String(limit),
      period: period ?? 'overall',
      entities: entities ?? [],
      sentence: key,
      resets: period ? '2026-12-01T00:00:00Z' : null,
      resetsWords: period ? 'starts afresh on Tuesday, 1 December 2026, 00:00 (UTC)' : 'never starts afresh',
      counters,
      counterCount: counters.length,
    };
  });
}
