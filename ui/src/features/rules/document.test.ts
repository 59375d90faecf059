import { expect, it } from 'vitest';
import { type Block, isEffect, parseDocument, readBlock } from './document';
import { blankDraft } from './draft.test-data';
import { draftText, isSame, withDocument, withText } from './drafts';

it.each<[string, string, string]>([
  ['{', '', 'JSON'],
  ['[]', '', 'expected object'],
  ['{"promotionRules": 1}', '/promotionRules', 'expected array'],
  ['{"promotionRules": [{"title": "x", "blocks": [{}]}]}', '/promotionRules/0/blocks/0', 'block'],
  ['{"promotionRules": [{"blocks": []}]}', '/promotionRules/0/title', 'expected string'],
  ['{"promotionRules": [], "selectors": [{"name": 1}]}', '/selectors/0/name', 'expected string'],
])('%s is no rule document, and the place is named', (text, pointer, words) => {
  const read = parseDocument(text);
  if (!('problem' in read)) throw new Error('It was read.');
  expect(read.problem.pointer).toBe(pointer);
  expect(read.problem.message).toContain(words);
});

it('keeps fields nobody knows', () => {
  const text =
    '{"id":7,"promotionRules":[{"title":"t","parentId":"p","blocks":[{"type":"group","operator":"all","blocks":[],"onError":{}}]}]}';
  const read = parseDocument(text);
  expect('document' in read && JSON.stringify(read.document)).toBe(text);
});

it.each<[string, Block, boolean]>([
  ['a group', { type: 'group', operator: 'none', blocks: [] }, true],
  ['a group with a strange operator', { type: 'group', operator: 'most', blocks: [] }, false],
  ['a check', { type: 'checkAttribute', attribute: '$Now', operator: 'exists' }, true],
  ['a check of an expression tree', { type: 'checkAttribute', attribute: ['.'], operator: 'exists' }, false],
  [
    'a discount on a bundle',
    { type: 'awardDiscount', name: 'x', value: 1, partial: false, target: { type: 'bundle' } },
    false,
  ],
  ['a passthrough', { type: 'passthrough', expression: [] }, false],
])('%s has a form or is shown as it is', (_what, block, hasForm) => {
  expect(readBlock(block) !== null).toBe(hasForm);
});

it('tells effects from conditions by their type', () => {
  const types = ['checkCoupon', 'passthrough', 'group', 'awardGiveaway', 'reserveCoupon', 'triggerWebhook'];
  expect(types.map((type) => isEffect({ type }))).toEqual([false, false, false, true, true, true]);
});

it('typed JSON becomes the document when it can be read, and is kept when it cannot', () => {
  const broken = withText(blankDraft, '{"promotionRules": [');
  expect(broken.document).toBe(blankDraft.document);
  expect(draftText(broken)).toBe('{"promotionRules": [');
  expect(isSame(broken, blankDraft)).toBe(false);

  const mended = withText(broken, '{"promotionRules": [{"title": "A", "blocks": []}]}');
  expect(mended.document.promotionRules[0]?.title).toBe('A');

  const byForm = withDocument(mended, blankDraft.document);
  expect(draftText(byForm)).toBe('{\n  "promotionRules": []\n}');
  expect(isSame(byForm, blankDraft)).toBe(true);
});
