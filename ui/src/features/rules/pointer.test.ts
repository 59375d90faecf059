import { expect, it } from 'vitest';
import { insertAt, moveWithin, placeOf, removeAt, replaceAt, valueAt } from './pointer';

const document = { rules: [{ blocks: ['a', 'b', 'c'] }], 'x/y': { '~': 1 } };

it.each([
  ['', document],
  ['/rules/0/blocks/1', 'b'],
  ['/x~1y/~0', 1],
  ['/rules/7/blocks', undefined],
  ['/rules/0/toString', undefined],
])('the pointer %j leads to its value', (pointer, value) => {
  expect(valueAt(document, pointer)).toEqual(value);
});

it.each([
  ['replaces a value', replaceAt(document, '/rules/0/blocks/1', 'B'), ['a', 'B', 'c']],
  ['inserts before a place', insertAt(document, '/rules/0/blocks', 1, 'x'), ['a', 'x', 'b', 'c']],
  ['takes one out', removeAt(document, '/rules/0/blocks/0'), ['b', 'c']],
  ['moves down', moveWithin(document, '/rules/0/blocks', 0, 2), ['b', 'c', 'a']],
  ['moves up', moveWithin(document, '/rules/0/blocks', 2, 0), ['c', 'a', 'b']],
])('%s', (_what, changed, blocks) => {
  expect(valueAt(changed, '/rules/0/blocks')).toEqual(blocks);
});

it('takes a field away, makes a list that is not there, and shares what did not change', () => {
  expect(replaceAt(document, '/x~1y', undefined)).toEqual({ rules: document.rules });
  const made = insertAt(document, '/rules/0/onFailure', 0, 'n');
  expect(valueAt(made, '/rules/0/onFailure')).toEqual(['n']);
  expect(valueAt(made, '/x~1y')).toBe(document['x/y']);
  expect(document.rules[0]?.blocks).toEqual(['a', 'b', 'c']);
});

it('a pointer that leads nowhere changes nothing', () => {
  expect(replaceAt('text', '/a/b', 1)).toBe('text');
});

it('tells the list and the place in it', () => {
  expect(placeOf('/promotionRules/0/blocks/12')).toEqual({ list: '/promotionRules/0/blocks', index: 12 });
});
