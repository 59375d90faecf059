import { describe, expect, it } from 'vitest';
import { dictionaryAnswers } from '../../../tests/fake/dictionary';
import { Refusal } from '../../api/refusal';
import type { DictionaryView } from '../../api/types';
import type { TreeNode } from '../../kit/Tree';
import { blankForm, isTyped, leftovers, type NewForm, requestOf, shownErrors } from './form';
import { firstPlace, ownerIdOf, placesOf, prefillOf } from './places';
import { branchesOf, treeOf } from './tree';
import { typeWord } from './typeWords';

const dictionaryOf = (world: 'shop' | 'empty') => dictionaryAnswers(world).dictionary?.({}) as DictionaryView;
const shop = dictionaryOf('shop');

/** The rows of a tree as text, two spaces for each level. */
function drawn(nodes: readonly TreeNode[], level = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(level)}${node.label}${node.isLocked ? ' (locked)' : ''}`,
    ...drawn(node.children ?? [], level + 1),
  ]);
}

describe('the tree', () => {
  it('has the custom event types before the nine that are locked', () => {
    const event = treeOf(shop, '').find((node) => node.label === 'Event');
    const labels = event?.children?.map((node) => `${node.label}${node.isLocked ? ' (locked)' : ''}`);
    expect(labels?.slice(0, 3)).toEqual(['newsletter joined', 'pageview', 'talon_session_created (locked)']);
    expect(labels).toHaveLength(11);
  });

  it.each([
    ['url', ['Event', '  pageview', '    url']],
    ['GOLD', []],
    ['loyal', ['Customer profile', '  tier']],
    ['newsletter', ['Event', '  newsletter joined', '    channel', '    topics']],
    ['reopened talon', []],
  ])('with the words %j shows only what has them', (words, rows) => {
    const found = drawn(treeOf(shop, words));
    expect(found.filter((row) => !row.includes('(locked)'))).toEqual(rows);
  });

  it('shows all of an entity that is named', () => {
    expect(drawn(treeOf(shop, 'cart item'))).toEqual(['Cart item', '  colour', '  Price (locked)']);
  });

  it('opens every row that leads to something found', () => {
    expect(branchesOf(treeOf(shop, 'url'))).toEqual(['entity:Event', 'event:pageview']);
  });
});

describe('a place', () => {
  it.each([
    ['shop', 'event:newsletter joined'],
    ['empty', 'entity:Event'],
  ] as const)('to begin with in the %s is %s', (world, id) => {
    expect(firstPlace(dictionaryOf(world))).toBe(id);
  });

  it.each([
    ['entity:CartItem', { entity: 'CartItem', eventType: '' }],
    ['event:pageview', { entity: 'Event', eventType: 'pageview' }],
    ['event:pageview/$Event.Attributes.url', { entity: 'Event', eventType: 'pageview' }],
    ['event:talon_session_closed', { entity: 'Event', eventType: '' }],
  ])('%s prefills the form with %j', (id, prefill) => {
    const place = placesOf(shop).get(id);
    expect(place && prefillOf(place)).toEqual(prefill);
  });

  it('of a new attribute is its event type, or its entity', () => {
    expect(ownerIdOf('Event', 'pageview')).toBe('event:pageview');
    expect(ownerIdOf('CartItem', null)).toBe('entity:CartItem');
  });
});

describe('the form', () => {
  const refused = (field: string) =>
    new Refusal({
      code: 'invalid',
      message: 'The submitted data was invalid',
      problems: [{ field, title: 'Wrong', message: 'Mend it.', start: null, end: null }],
    });
  const filled = (change: Partial<NewForm>): NewForm => ({ ...blankForm(), ...change });

  it.each([
    ['/name', {}, false, undefined],
    ['/name', { name: '9' }, false, 'Mend it.'],
    ['/name', {}, true, 'Mend it.'],
    ['/eventType', { name: 'url' }, false, undefined],
    ['/suggestions', { isRestricted: true }, false, 'Mend it.'],
    ['/suggestions/1', { suggestions: ['a', 'a'] }, false, 'Mend it.'],
    ['/type', {}, false, 'Mend it.'],
  ] as const)('shows what is wrong with %s of %j (sent: %s) as %s', (field, change, wasSent, shown) => {
    const form = filled(change as Partial<NewForm>);
    expect(shownErrors(refused(field), form, wasSent)(field)).toBe(shown);
  });

  it('says aloud what belongs to no field', () => {
    expect(leftovers(refused('/name'))).toEqual([]);
    expect(leftovers(refused(''))).toEqual(['Mend it.']);
    expect(leftovers(new Refusal({ code: 'file', message: 'The disk is full.', problems: [] }))).toEqual([
      'The disk is full.',
    ]);
  });

  it('asks for an event type for events alone', () => {
    const form = filled({ eventType: 'pageview', name: 'url' });
    expect(requestOf(form).eventType).toBe('pageview');
    expect(requestOf({ ...form, entity: 'CartItem' }).eventType).toBeNull();
  });

  it('knows whether something was typed', () => {
    expect(isTyped(blankForm('Event', 'pageview'))).toBe(false);
    expect(isTyped(filled({ suggestions: ['/summer'] }))).toBe(true);
  });
});

it.each([
  ['string', 'string'],
  ['(list string)', 'list of strings'],
  ['(list item)', 'list of items'],
])('the type %s reads %s', (type, word) => expect(typeWord(type)).toBe(word));
