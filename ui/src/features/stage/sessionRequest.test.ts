import { describe, expect, test } from 'vitest';
import { jsonOfText } from '../../lib/attributeText';
import { blankLine, emptyForm, type LineForm, type SessionForm } from './sessionForm';
import { freshSessionId } from './sessionIds';
import { changedLineKeys, changedParts, isUnfinished, requestOf } from './sessionRequest';

const mug: LineForm = {
  ...blankLine(),
  key: 'line-0',
  sku: 'MUG-1',
  name: 'Mug',
  price: '12.5',
  quantity: 2,
};
const stored: SessionForm = {
  ...emptyForm,
  profileId: 'ana',
  lines: [mug],
  attributes: { channel: { type: 'string', text: 'web' }, gift: { type: 'boolean', text: 'true' } },
};

describe('the request holds only what changed', () => {
  const cases: [string, Partial<SessionForm>, object][] = [
    ['nothing', {}, {}],
    ['an empty new row', { lines: [mug, blankLine()] }, {}],
    [
      'a quantity',
      { lines: [{ ...mug, quantity: 3 }] },
      { cartItems: [{ sku: 'MUG-1', quantity: 3, price: 12.5, name: 'Mug' }] },
    ],
    ['the last line removed', { lines: [] }, { cartItems: [] }],
    ['the customer taken away', { profileId: '' }, { profileId: '' }],
    ['a coupon code', { couponCodes: ['SPRING'] }, { couponCodes: ['SPRING'] }],
    [
      'one attribute changed, another emptied',
      { attributes: { channel: { type: 'string', text: 'app' }, gift: { type: 'boolean', text: '' } } },
      { attributes: { channel: 'app', gift: null } },
    ],
    [
      'an additional cost',
      { costs: [{ key: 'a', name: 'shipping', price: '4.9' }] },
      { additionalCosts: { shipping: { price: 4.9 } } },
    ],
  ];
  test.each(cases)('%s', (_, change, expected) => {
    const form = { ...stored, ...change };
    expect(requestOf(form, stored, 'open')).toEqual({ customerSession: { ...expected, state: 'open' } });
  });
});

test('changes are named by part and by line', () => {
  const added = { ...blankLine(), sku: 'SHIRT' };
  const form = { ...stored, lines: [mug, added], referralCode: 'ben' };
  expect(changedParts(form, stored)).toEqual(['cart', 'referralCode']);
  expect([...changedLineKeys(form, stored)]).toEqual([added.key]);
});

test('a price that is still being written holds the preview back', () => {
  expect(isUnfinished({ ...stored, lines: [{ ...mug, price: '12.' }] })).toBe(true);
  expect(isUnfinished(stored)).toBe(false);
});

describe('attribute values by type', () => {
  test.each([
    ['string', 'web', 'web'],
    ['string', '', null],
    ['number', '12.50', 12.5],
    ['number', 'twelve', 'twelve'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['time', '2026-03-04T10:00:00Z', '2026-03-04T10:00:00Z'],
    ['location', '52.5, 13.4', { lat: 52.5, lng: 13.4 }],
    ['location', 'Berlin', 'Berlin'],
    ['(list string)', ['red', 'blue'], ['red', 'blue']],
    ['(list number)', ['1', '2.5'], [1, 2.5]],
    ['(list string)', [], null],
  ])('%s %j is sent as %j', (type, text, json) => {
    expect(jsonOfText({ type, text })).toEqual(json);
  });
});

test.each([
  [[], 'cart-1'],
  [['cart-1', 'cart-12', 'ana'], 'cart-13'],
])('after %j comes %s', (taken, fresh) => {
  expect(freshSessionId(taken)).toBe(fresh);
});
