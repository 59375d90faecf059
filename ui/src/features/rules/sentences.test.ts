import { expect, it } from 'vitest';
import { vocabulary } from '../../../tests/fake/vocabulary';
import type { Json } from '../../lib/json';
import type { Block } from './document';
import { blockSentence, ruleSentence } from './sentences';

const names = { vocabulary, paths: vocabulary.paths };
const check = (attribute: string, operator: string, operands: Record<string, Json> = {}): Block => ({
  type: 'checkAttribute',
  attribute,
  operator,
  ...operands,
});
const discount = (value: number | string, target: Block): Block => ({
  type: 'awardDiscount',
  name: 'Off',
  value,
  partial: false,
  target,
});

it.each<[string, Block]>([
  ['Session total is at least 50', check('$Session.Total', 'greaterThanOrEqual', { value: 50 })],
  ['Session total is between 10 and 20.5', check('$Session.Total', 'between', { min: 10, max: 20.5 })],
  ['Tier is one of gold, silver', check('$Profile.Attributes.tier', 'oneOf', { value: ['gold', 'silver'] })],
  [
    'Interests contains at least 2 of running, coffee',
    check('$Profile.Attributes.interests', 'containsAtLeast', { values: ['running', 'coffee'], count: 2 }),
  ],
  ['First session is true', check('$Session.FirstSession', 'isTrue')],
  [
    'Session total is more than Total sales / 2',
    check('$Session.Total', 'greaterThan', { value: '{{ $Profile.TotalSales / 2 }}' }),
  ],
  ['$Session.Nothing is 3', check('$Session.Nothing', 'equals', { value: 3 })],
  ['… is …', check('', 'equals', { value: '' })],
  [
    'at least one of (Tier is gold; First session is true)',
    {
      type: 'group',
      operator: 'atLeastOne',
      blocks: [
        check('$Profile.Attributes.tier', 'equals', { value: 'gold' }),
        check('$Session.FirstSession', 'isTrue'),
      ],
    },
  ],
  ['none of (nothing yet)', { type: 'group', operator: 'none', blocks: [] }],
  [
    'the event is Page viewed and Page address contains /summer',
    {
      type: 'checkEvent',
      eventType: 'pageview',
      matchers: [check('$Event.Attributes.url', 'contains', { value: '/summer' })],
    },
  ],
  ['give 10 % off the cart (“Off”)', discount('{{ $Session.Total * 10% }}', { type: 'cart' })],
  ['give 5.00 off every item (“Off”)', discount(5, { type: 'allItems' })],
  [
    'give 50 % off the additional cost “shipping” of the cart (“Off”)',
    discount('{{ $Session.AdditionalCosts.shipping * 50% }}', {
      type: 'additionalCost',
      additionalCost: { name: 'shipping' },
      target: { type: 'cart' },
    } as unknown as Block),
  ],
  [
    'give 15 % off the items of “shoes” (“Off”)',
    discount('{{ $Item.Price * 15% }}', { type: 'selector', name: 'shoes' }),
  ],
  ['add 2 × Mug for free', { type: 'awardItem', sku: 'M', name: 'Mug', quantity: '2' }],
  ['show an offer notification “Hi”', { type: 'showNotification', notificationType: 'Offer', title: 'Hi' }],
  [
    'increase Points by 5',
    {
      type: 'updateAttributeValue',
      operator: 'increaseBy',
      value: 5,
      attribute: { id: 1, entity: 'CustomerProfile', name: 'points', title: 'Points', type: 'number' },
      target: { type: 'profile' },
    },
  ],
  [
    'send the custom effect “Send a voucher” for every item',
    {
      type: 'triggerCustomEffect',
      customEffect: { id: 1, name: 'v', title: 'Send a voucher' },
      params: {},
      target: { type: 'allItems' },
    },
  ],
  [
    'the budget for sum of discounts is available',
    { type: 'checkBudget', operator: 'available', action: 'setDiscount' },
  ],
  [
    'the budget for free items is enough for 2',
    { type: 'checkBudget', operator: 'enoughFor', action: 'addFreeItemEffect', value: 2 },
  ],
  [
    'give 5.00 off the cart, or what a budget allows (“Off”)',
    { ...discount(5, { type: 'cart' }), partial: true },
  ],
  ['the block “passthrough” as it stands', { type: 'passthrough', expression: [] }],
])('%s', (sentence, block) => {
  expect(blockSentence(block, names)).toBe(sentence);
});

it('reads a whole rule', () => {
  const when = check('$Session.FirstSession', 'isTrue');
  const then: Block = { type: 'awardItem', sku: 'M', name: 'Mug', quantity: '1' };
  expect(ruleSentence({ title: 'x', blocks: [when, then] }, names)).toBe(
    'When First session is true: add 1 × Mug for free.',
  );
  expect(ruleSentence({ title: 'x', blocks: [] }, names)).toBe('On every event: nothing happens yet.');
});
