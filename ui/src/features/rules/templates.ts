import type { VocabularyView } from '../../api/types';
import type { Block, Rule, RulesetDocument, Selector } from './document';

/** A campaign to start from. */
export type Template = {
  id: string;
  title: string;
  /** What it does, in one sentence. */
  sentence: string;
  name: string;
  document: (vocabulary: VocabularyView) => RulesetDocument;
};

export const newCondition = (attribute = ''): Block => ({
  type: 'checkAttribute',
  attribute,
  operator: 'equals',
});
export const newEventCheck = (eventType = ''): Block => ({ type: 'checkEvent', eventType, matchers: [] });
export const newBudgetCheck = (): Block => ({
  type: 'checkBudget',
  operator: 'available',
  action: 'setDiscount',
});
export const newGroup = (): Block => ({ type: 'group', operator: 'atLeastOne', blocks: [newCondition()] });
export const newDiscount = (): Block => ({
  type: 'awardDiscount',
  name: 'Discount',
  value: '{{ $Session.Total * 10% }}',
  partial: false,
  target: { type: 'cart' },
});
export const newFreeItem = (): Block => ({ type: 'awardItem', sku: '', name: '', quantity: '1' });
export const newNotification = (): Block => ({
  type: 'showNotification',
  notificationType: 'Info',
  title: '',
  body: '',
});
export const newCustomEffect = (): Block => ({
  type: 'triggerCustomEffect',
  customEffect: { id: 1, name: '', title: '' },
  params: {},
  target: { type: 'cart' },
});
export const newAttributeUpdate = (): Block => ({
  type: 'updateAttributeValue',
  operator: 'setTo',
  attribute: { id: 0, entity: '', name: '', title: '', type: '' },
  target: { type: 'session' },
});
export const newCouponCheck = (): Block => ({ type: 'checkCoupon', redeem: true });
export const newCouponCreation = (): Block => ({
  type: 'createCoupon',
  campaignId: 0,
  recipientId: '{{ $Profile.IntegrationId }}',
  storeInSession: false,
  usageLimit: 1,
  pattern: 'THANKS-####',
});
export const newReservation = (): Block => ({ type: 'reserveCoupon' });
export const newRule = (title: string): Rule => ({ title, blocks: [] });
export const newSelector = (name: string): Selector => ({
  name,
  type: 'selector',
  source: '$Session.CartItems',
  steps: [
    {
      type: 'filter',
      predicate: { type: 'group', operator: 'all', blocks: [newCondition('$Item.Category')] },
    },
  ],
});

const bigCart: Block = {
  type: 'checkAttribute',
  attribute: '$Session.Total',
  operator: 'greaterThanOrEqual',
  value: 50,
};

const oneRule = (title: string, blocks: Block[]): RulesetDocument => ({
  promotionRules: [{ title, blocks }],
  selectors: [],
});

/** The ways to start, offered where there is nothing yet. */
export const templates: readonly Template[] = [
  {
    id: 'discount',
    title: 'Discount when the cart is big',
    sentence: '10 % off the cart from a total of 50.',
    name: 'Big cart discount',
    document: () => oneRule('10 % off big carts', [bigCart, { ...newDiscount(), name: 'Big cart discount' }]),
  },
  {
    id: 'coupon',
    title: 'Discount with a code',
    sentence: '20 % off the cart for whoever enters a code of this campaign.',
    name: 'Summer codes',
    document: () =>
      oneRule('20 % off with a code', [
        newCouponCheck(),
        { ...newDiscount(), name: 'Summer code', value: '{{ $Session.Total * 20% }}' },
      ]),
  },
  {
    id: 'notify',
    title: 'Notify on an event',
    sentence: 'A message whenever an event you choose is triggered.',
    name: 'Message on an event',
    document: (vocabulary) => {
      const custom = vocabulary.events.find((event) => !event.builtIn) ?? vocabulary.events[0];
      const notification = { ...newNotification(), title: 'Hello', body: 'Good to see you.' };
      return oneRule('Say hello', [newEventCheck(custom?.eventType), notification]);
    },
  },
  {
    id: 'gift',
    title: 'Free item',
    sentence: 'A gift in the cart from a total of 50.',
    name: 'Gift with a big cart',
    document: () => oneRule('Free mug', [bigCart, { ...newFreeItem(), sku: 'MUG-GIFT', name: 'Gift mug' }]),
  },
  {
    id: 'empty',
    title: 'Start empty',
    sentence: 'One rule without conditions or effects.',
    name: 'New campaign',
    document: () => oneRule('New rule', []),
  },
];
