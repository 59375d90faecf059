import type { BudgetActionView, BudgetView, LimitBody, VocabularyView } from '../../../api/types';
import { groupThousands } from '../../../lib/decimal';
import { formatAmount } from '../../../lib/money';

/** A budget as it is being written; the limit is decimal text as typed. */
export type DraftLimit = { action: string; limit: string; period: string; entities: string[] };

/** How a budget that never starts afresh says so. */
export const overall = 'overall';

/** A budget as it is saved, for writing. */
export function draftLimit({ action, limit, period, entities }: LimitBody): DraftLimit {
  return {
    action,
    limit: limit === null ? '' : String(limit),
    period: period ?? overall,
    entities: entities ?? [],
  };
}

/** A budget as the host takes it. */
export function limitBody({ action, limit, period, entities }: DraftLimit): LimitBody {
  return { action, limit: Number(limit), ...(period === overall ? {} : { period }), entities };
}

/** What a budget is known by in its campaign: everything but its limit. */
export function limitKey({ action, period, entities }: Pick<DraftLimit, 'action' | 'period' | 'entities'>) {
  return [action, period, ...entities].join(' ');
}

/** What is known of a budget that is saved as it stands here. */
export function savedBudget(limit: DraftLimit, budgets: readonly BudgetView[]): BudgetView | undefined {
  return budgets.find((budget) => limitKey(budget) === limitKey(limit));
}

export function actionOf(vocabulary: VocabularyView, name: string): BudgetActionView | undefined {
  return vocabulary.budgets.actions.find((action) => action.name === name);
}

/** A budget in words: *Sum of discounts: at most 100.00 a month for each customer*. */
export function limitSentence(limit: DraftLimit, vocabulary: VocabularyView): string {
  const action = actionOf(vocabulary, limit.action);
  const amount = action?.isMoney ? formatAmount(limit.limit) : groupThousands(limit.limit);
  const period = vocabulary.budgets.periods.find(({ name }) => name === limit.period)?.title ?? limit.period;
  const each = limit.entities.map((name) => entityTitle(action, name));
  const whom = each.length === 0 ? '' : ` for each ${each.join(' and ')}`;
  return `${action?.title ?? limit.action}: at most ${amount || '…'} ${period}${whom}`;
}

function entityTitle(action: BudgetActionView | undefined, name: string): string {
  return action?.entities.find((entity) => entity.name === name)?.title ?? name;
}
