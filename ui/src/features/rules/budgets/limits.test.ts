import { expect, it } from 'vitest';
import { vocabulary } from '../../../../tests/fake/vocabulary';
import { type DraftLimit, draftLimit, limitBody, limitSentence } from './limits';

const limit = (action: string, amount: string, period = 'overall', entities: string[] = []): DraftLimit => ({
  action,
  limit: amount,
  period,
  entities,
});

it.each<[string, DraftLimit]>([
  ['Sum of discounts: at most 1,000.00 a month', limit('setDiscount', '1000', 'monthly')],
  [
    'Sum of discounts: at most 20.00 in all for each customer',
    limit('setDiscount', '20', 'overall', ['Profile']),
  ],
  [
    'Sum of discounts: at most 5.00 a day for each customer and store',
    limit('setDiscount', '5', 'daily', ['Profile', 'Store']),
  ],
  ['Free items: at most 3 a week for each session', limit('addFreeItemEffect', '3', 'weekly', ['Session'])],
  ['Number of discounts: at most … in all', limit('setDiscountEffect', '')],
  ['awardGiveaway: at most 3 hourly for each Referral', limit('awardGiveaway', '3', 'hourly', ['Referral'])],
])('%s', (sentence, written) => {
  expect(limitSentence(written, vocabulary)).toBe(sentence);
});

it('a budget goes to the host and comes back as it was written', () => {
  const written = limit('setDiscount', '12.5', 'weekly', ['Profile']);
  expect(draftLimit(limitBody(written))).toEqual(written);
  expect(limitBody(limit('customEffect', '3'))).toEqual({ action: 'customEffect', limit: 3, entities: [] });
});
