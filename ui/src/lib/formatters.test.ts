import { describe, expect, it } from 'vitest';
import { groupThousands, isDecimalText, padFraction, signOf } from './decimal';
import { jsonTokens } from './json';
import { formatAmount, formatMoney } from './money';
import { countOf, fileName, formatBytes } from './text';
import { formatAgo, formatClock, formatInstant, formatUtc } from './time';

describe('decimal text', () => {
  it.each([
    ['0', true],
    ['-12.50', true],
    ['1e3', false],
    ['1,5', false],
    ['.5', false],
    ['', false],
    ['NaN', false],
  ])('%j is a number: %j', (text, expected) => expect(isDecimalText(text)).toBe(expected));

  it.each([
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.8901', '-1,234,567.8901'],
    ['hello', 'hello'],
  ])('%j groups as %j', (text, expected) => expect(groupThousands(text)).toBe(expected));

  it.each([
    ['5', 2, '5.00'],
    ['5.125', 2, '5.125'],
    ['5', 0, '5'],
  ])('%j with %d places is %j', (text, places, expected) => expect(padFraction(text, places)).toBe(expected));

  it.each([
    ['-0.00', 0],
    ['0.01', 1],
    ['-3', -1],
  ])('the sign of %j is %d', (text, expected) => expect(signOf(text)).toBe(expected));
});

describe('money', () => {
  it.each([
    ['12.5', 'EUR', '12.50'],
    ['-1234.5', 'EUR', '−1,234.50'],
    ['1234', 'JPY', '1,234'],
    ['0.12345', 'EUR', '0.12345'],
    ['99999999999999999999.99', 'EUR', '99,999,999,999,999,999,999.99'],
    ['7', 'not a code', '7.00'],
  ])('%s %s reads %s', (amount, currency, expected) => expect(formatAmount(amount, currency)).toBe(expected));

  it('names the currency after the amount', () => expect(formatMoney('5', 'CHF')).toBe('5.00 CHF'));
});

describe('time', () => {
  const instant = '2026-03-04T12:05:09.12Z';

  it('is read in the stated zone', () => {
    expect(formatInstant(instant, 'Europe/Berlin')).toBe('2026-03-04 13:05:09');
    expect(formatClock(instant, 'America/New_York')).toBe('07:05:09');
  });

  it('is one step from UTC', () => expect(formatUtc(instant)).toBe('2026-03-04 12:05:09.120 UTC'));

  it('comes back unchanged where it is no instant', () => {
    expect(formatInstant('yesterday', 'UTC')).toBe('yesterday');
    expect(formatInstant(instant, 'Nowhere/Here')).toBe(instant);
  });

  it.each([
    ['2026-03-04T12:05:00Z', 'just now'],
    ['2026-03-04T12:02:00Z', '3 minutes ago'],
    ['2026-03-03T12:00:00Z', 'yesterday'],
    ['2024-03-03T12:00:00Z', '2 years ago'],
  ])('%s was %s', (then, words) => expect(formatAgo(then, '2026-03-04T12:05:09Z')).toBe(words));
});

describe('text', () => {
  it.each([
    [0, '0 events'],
    [1, '1 event'],
    [1204, '1,204 events'],
  ])('%d is %s', (count, words) => expect(countOf(count, 'event')).toBe(words));

  it('takes an irregular plural', () => expect(countOf(2, 'entry', 'entries')).toBe('2 entries'));

  it.each([
    [824, '824 B'],
    [1_400_000, '1.4 MB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it.each([
    ['/home/you/shop.tillroll', 'shop.tillroll'],
    ['C:\\shops\\a.tillroll', 'a.tillroll'],
  ])('%s ends in %s', (path, name) => expect(fileName(path)).toBe(name));
});

describe('JSON tokens', () => {
  it.each(['{"a": [1, -2.5e3, true, null], "b\\"c": "x: y"}', 'not json at all', ''])(
    'lose nothing of %j',
    (text) => {
      const joined = jsonTokens(text)
        .map((token) => token.text)
        .join('');
      expect(joined).toBe(text);
    },
  );

  it('tell a key from a text', () => {
    const kinds = jsonTokens('{"a": "b"}').map((token) => token.kind);
    expect(kinds).toEqual(['punctuation', 'key', 'punctuation', 'string', 'punctuation']);
  });
});
