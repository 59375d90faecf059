import { describe, expect, test } from 'vitest';
import { chipsOf } from './chips';
import { type EventsSearch, type FacetName, readFilter, toggled, toggledOut, withoutFacet } from './filter';

describe('an address is read as a filter', () => {
  test.each<[what: string, search: Record<string, unknown>, filter: EventsSearch]>([
    ['nothing', {}, {}],
    ['a text', { text: 'mug' }, { text: 'mug' }],
    ['an empty text', { text: '' }, {}],
    ['a code made of digits', { session: 42 }, { session: '42' }],
    ['the short form of one type', { type: 'pageview' }, { types: ['pageview'] }],
    ['the short form beside others', { type: 'a', types: ['b', 'a'] }, { types: ['b', 'a'] }],
    ['empty lists', { types: [], states: [] }, {}],
    ['states that exist', { states: ['open', 'lost'] }, { states: ['open'] }],
    ['a campaign that is no number', { campaign: 'x' }, {}],
    [
      'attributes, half of them broken',
      { attributes: [{ name: 'url', value: '/a' }, { name: 'url' }, 7] },
      { attributes: [{ name: 'url', value: '/a' }] },
    ],
    ['what nobody knows', { page: 7, __proto__: null }, {}],
  ])('%s', (_, search, filter) => {
    expect(readFilter(search)).toEqual(filter);
  });
});

describe('a click on a facet', () => {
  test.each<[what: string, before: EventsSearch, facet: FacetName, value: string, after: EventsSearch]>([
    ['includes a type', {}, 'types', 'a', { types: ['a'] }],
    ['includes one more', { types: ['a'] }, 'types', 'b', { types: ['a', 'b'] }],
    ['takes an included one away', { types: ['a'] }, 'types', 'a', {}],
    ['takes an excluded one away', { excludedTypes: ['a'] }, 'types', 'a', {}],
    ['includes a state', { text: 'x' }, 'states', 'open', { text: 'x', states: ['open'] }],
    ['chooses a campaign by number', {}, 'campaigns', '3', { campaign: 3 }],
    ['replaces a campaign', { campaign: 3 }, 'campaigns', '4', { campaign: 4 }],
    ['takes an effect away', { effectType: 'setDiscount' }, 'effectTypes', 'setDiscount', {}],
  ])('%s', (_, before, facet, value, after) => {
    expect(toggled(before, facet, value)).toEqual(after);
  });

  test.each<[what: string, before: EventsSearch, facet: FacetName, value: string, after: EventsSearch]>([
    ['excludes', {}, 'types', 'a', { excludedTypes: ['a'] }],
    [
      'turns wanted into unwanted',
      { types: ['a', 'b'] },
      'types',
      'a',
      { types: ['b'], excludedTypes: ['a'] },
    ],
    ['a second time takes it away', { excludedTypes: ['a'] }, 'types', 'a', {}],
    ['excludes a state', {}, 'states', 'open', { excludedStates: ['open'] }],
    ['turns the wanted campaign away', { campaign: 3 }, 'campaigns', '3', { excludedCampaigns: [3] }],
    [
      'excludes one more effect',
      { excludedEffectTypes: ['a'] },
      'effectTypes',
      'b',
      { excludedEffectTypes: ['a', 'b'] },
    ],
  ])('with Alt %s', (_, before, facet, value, after) => {
    expect(toggledOut(before, facet, value)).toEqual(after);
  });

  test('counts the other values of its own kind', () => {
    const filter: EventsSearch = { text: 'x', types: ['a'], excludedTypes: ['b'], states: ['open'] };
    expect(withoutFacet(filter, 'types')).toEqual({ text: 'x', states: ['open'] });
  });
});

test('every part of a filter is a chip, and each chip leaves the others', () => {
  const filter: EventsSearch = {
    text: 'free text is no chip',
    types: ['pageview', 'talon_session_closed'],
    excludedTypes: ['signup'],
    session: 'cart-7',
    profile: 'ana',
    campaign: 3,
    effectType: 'setDiscount',
    states: ['partially_returned'],
    excludedStates: ['cancelled'],
    excludedCampaigns: [4],
    excludedEffectTypes: ['setDiscount'],
    from: '2026-03-04T08:00:00Z',
    until: '2026-03-04T09:00:00Z',
    attributes: [{ name: 'url', value: '/a' }],
  };
  const chips = chipsOf(filter, {
    zone: 'Europe/Berlin',
    campaign: (id) => `Campaign ${id}`,
    eventType: (name) => (name === 'talon_session_closed' ? 'Session closed' : name),
    effectType: () => 'Discount',
  });
  expect(chips.map((chip) => `${chip.name}: ${chip.value}`)).toEqual([
    'Event: pageview',
    'Event: Session closed',
    'Not event: signup',
    'Session: cart-7',
    'Customer: ana',
    'Campaign: Campaign 3',
    'Effect: Discount',
    'State: Partially returned',
    'Not state: Cancelled',
    'Not campaign: Campaign 4',
    'Not effect: Discount',
    'From: 2026-03-04 09:00:00',
    'Before: 2026-03-04 10:00:00',
    'Attribute: url = /a',
  ]);
  expect(chips[0]?.rest).toEqual({ ...filter, types: ['talon_session_closed'] });
  expect(chips[3]?.rest).not.toHaveProperty('session');
  const taken = chips.reduce<EventsSearch>((left, chip) => {
    const found = chipsOf(left, {
      zone: 'UTC',
      campaign: String,
      eventType: String,
      effectType: String,
    }).find(({ name }) => name === chip.name);
    return found?.rest ?? left;
  }, filter);
  expect(taken).toEqual({ text: 'free text is no chip' });
});
