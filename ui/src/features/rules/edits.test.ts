import { expect, it } from 'vitest';
import { vocabulary } from '../../../tests/fake/vocabulary';
import type { Json } from '../../lib/json';
import { addAfter, addBlock, blocksAt, stepBlock, unwrapGroup, wrapInGroup } from './blockEdits';
import { discountKind, withCost, withDiscountKind, withPlainTarget, withTarget } from './discount';
import type { AwardDiscountBlock, Block, SelectorStep } from './document';
import { formulaIn, percentageIn } from './formula';
import { freshCondition, withOperator } from './operandDefaults';
import { moveIds, stepId } from './order';
import { readSteps, writeSteps } from './selectorSteps';
import { findPath, operatorsOf } from './words';

const c = (n: number): Block => ({ type: 'checkAttribute', attribute: `$${n}`, operator: 'exists' });
const e = (n: number): Block => ({ type: 'showNotification', notificationType: 'Info', title: String(n) });
const list = '/blocks';
const root = (...blocks: Block[]): Json => ({ blocks });
const shape = (document: Json) =>
  blocksAt(document, list).map((block) => String(block.attribute ?? block.title ?? block.type));

it.each<[string, Json, string[]]>([
  [
    'a condition goes after the last condition',
    addBlock(root(c(1), e(1)), list, c(2)).document,
    ['$1', '$2', '1'],
  ],
  ['an effect goes to the end', addBlock(root(c(1), e(1)), list, e(2)).document, ['$1', '1', '2']],
  [
    'a row goes right after another',
    addAfter(root(c(1), c(3)), '/blocks/0', c(2)).document,
    ['$1', '$2', '$3'],
  ],
  ['a condition steps over effects', stepBlock(root(c(1), e(1), c(2)), '/blocks/2', -1), ['$2', '$1', '1']],
  ['the first stays first', stepBlock(root(c(1), c(2)), '/blocks/0', -1), ['$1', '$2']],
  ['a condition is put in a group', wrapInGroup(root(c(1)), '/blocks/0'), ['group']],
  [
    'a group is dissolved',
    unwrapGroup(wrapInGroup(root(c(1), c(2)), '/blocks/0'), '/blocks/0'),
    ['$1', '$2'],
  ],
])('%s', (_what, document, expected) => {
  expect(shape(document)).toEqual(expected);
});

it.each([
  ['{{ $Session.Total * 10% }}', '$Session.Total * 10%', '10'],
  ['{{$Item.Price*12.5%}}', '$Item.Price*12.5%', '12.5'],
  ['{{ round($Item.Price * 50%, 2) }}', 'round($Item.Price * 50%, 2)', '50'],
  ['{{ $Session.Total }}', '$Session.Total', undefined],
  ['Hello {{ $Profile.IntegrationId }}', null, undefined],
  ['{{ a }} and {{ b }}', null, undefined],
  [5, null, undefined],
])('%j is read as a formula and a percentage', (value, formula, percent) => {
  expect(formulaIn(value)).toBe(formula);
  expect(percentageIn(value)?.percent).toBe(percent);
});

const award = (value: number | string, target: AwardDiscountBlock['target']): AwardDiscountBlock => ({
  type: 'awardDiscount',
  name: 'x',
  value,
  target,
});

it('a discount changes its way of computing and keeps its figure', () => {
  const percent = award('{{ $Session.Total * 12% }}', { type: 'cart' });
  expect(discountKind(percent)).toBe('percent');
  expect(withDiscountKind(percent, 'fixed')).toBe(12);
  expect(withDiscountKind(award(7, { type: 'allItems' }), 'percent')).toBe('{{ $Item.Price * 7% }}');
  expect(withDiscountKind(award(7, { type: 'cart' }), 'formula')).toBe('{{ 7 }}');
});

it.each<[Record<string, Json>, string | undefined]>([
  [{ type: 'allItems' }, '{{ $Item.Price * 10% }}'],
  [{ type: 'allItems', prorated: true }, undefined],
  [{ type: 'cart' }, undefined],
])('a percentage off %j is of what it is taken off', (target, value) => {
  expect(withTarget(award('{{ $Session.Total * 10% }}', { type: 'cart' }), target).value).toBe(value);
});

const shippingOf = (target: Record<string, Json>, id?: number): AwardDiscountBlock['target'] =>
  ({
    type: 'additionalCost',
    additionalCost: id === undefined ? { name: 'shipping' } : { id, name: 'shipping' },
    target,
  }) as AwardDiscountBlock['target'];

it.each<[string, Json, Json]>([
  [
    'a cost is chosen for the same part of the cart, which is never shared out',
    withCost({ type: 'allItems', prorated: true }, 'shipping'),
    shippingOf({ type: 'allItems' }) as Json,
  ],
  [
    'the number of the cost stays with its name',
    withCost(shippingOf({ type: 'cart' }, 3), 'shipping'),
    shippingOf({ type: 'cart' }, 3) as Json,
  ],
  [
    'and goes with it',
    withCost(shippingOf({ type: 'cart' }, 3), 'customs'),
    { type: 'additionalCost', additionalCost: { name: 'customs' }, target: { type: 'cart' } },
  ],
  [
    'without a cost the part of the cart is left',
    withCost(shippingOf({ type: 'allItems' }), null),
    { type: 'allItems' },
  ],
  [
    'another part of the cart keeps the cost',
    withPlainTarget(shippingOf({ type: 'cart' }, 3), { type: 'allItems' }),
    shippingOf({ type: 'allItems' }, 3) as Json,
  ],
])('%s', (_, target, expected) => {
  expect(target).toEqual(expected);
});

it.each<[Record<string, Json>, string]>([
  [shippingOf({ type: 'cart' }) as Record<string, Json>, '{{ $Session.AdditionalCosts.shipping * 10% }}'],
  [shippingOf({ type: 'allItems' }) as Record<string, Json>, '{{ $Item.AdditionalCosts.shipping * 10% }}'],
])('a percentage off the cost %j is of that cost', (target, value) => {
  const changed = withTarget(award('{{ $Session.Total * 10% }}', { type: 'cart' }), target);
  expect(changed.value).toBe(value);
  expect(percentageIn(changed.value)?.percent).toBe('10');
});

const now = '2026-11-30T22:30:00Z';

it('another attribute keeps the operands of the same type and starts afresh with another', () => {
  const total = findPath(vocabulary.paths, '$Session.Total');
  const tier = findPath(vocabulary.paths, '$Profile.Attributes.tier');
  if (!total || !tier) throw new Error('The vocabulary lacks them.');
  const before: Block = {
    type: 'checkAttribute',
    attribute: '$Session.CartItemTotal',
    operator: 'lessThan',
    value: 9,
    onFailure: [],
  };
  const numbers = operatorsOf(vocabulary, 'number');
  expect(freshCondition(before, total, numbers, 'number', now)).toEqual({
    ...before,
    attribute: '$Session.Total',
  });
  expect(freshCondition(before, tier, operatorsOf(vocabulary, 'string'), 'number', now)).toEqual({
    type: 'checkAttribute',
    attribute: '$Profile.Attributes.tier',
    operator: 'equals',
    value: 'basic',
    onFailure: [],
  });
  const between = numbers.find((operator) => operator.name === 'between');
  expect(between && withOperator(before, total, between, now)).toEqual({
    type: 'checkAttribute',
    attribute: '$Session.CartItemTotal',
    operator: 'between',
    min: 0,
    max: 0,
    onFailure: [],
  });
});

it('campaigns are put before and after others', () => {
  expect(moveIds([1, 2, 3, 4], [1], 3, true)).toEqual([2, 3, 1, 4]);
  expect(moveIds([1, 2, 3, 4], [4, 2], 1, false)).toEqual([2, 4, 1, 3]);
  expect(moveIds([1, 2], [1], 1, true)).toEqual([1, 2]);
  expect(stepId([1, 2, 3], 3, -1)).toEqual([1, 3, 2]);
  expect(stepId([1, 2, 3], 3, 1)).toEqual([1, 2, 3]);
});

it('the usual steps of an item list have fields, others do not', () => {
  const filter = { type: 'filter', predicate: { type: 'group', operator: 'all', blocks: [] } };
  const steps: SelectorStep[] = [
    filter,
    { type: 'sort', fields: [{ expression: '$Item.Price', direction: 'desc' }] },
    { type: 'select', operator: 'many', from: 'start', count: 2 },
  ];
  const simple = readSteps(steps);
  expect(simple).toEqual({
    filterAt: 0,
    isGroup: true,
    sort: { expression: '$Item.Price', direction: 'desc' },
    take: 2,
  });
  expect(simple && writeSteps(simple, steps)).toEqual(steps);
  expect(readSteps([{ type: 'reverse' }])).toBeNull();
  expect(readSteps([{ type: 'filter', predicate: c(1) }])).toMatchObject({ filterAt: 0, isGroup: false });
  expect(readSteps([...steps, { type: 'reduce', operator: 'sum' }])).toBeNull();
  expect(simple && writeSteps({ ...simple, sort: null, take: null }, steps)).toEqual([filter]);
});
