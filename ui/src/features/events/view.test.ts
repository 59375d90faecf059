import { beforeEach, expect, test } from 'vitest';
import { useEventsView } from './view';

const view = useEventsView.getState;

beforeEach(() => useEventsView.setState({ workspace: null, selected: null, marked: [], drafts: {} }));

test('the chosen event stays while the workspace stays, and is forgotten with it', () => {
  view().select('7');
  view().enter('/shop.tillroll');
  expect(view().selected).toBe('7');
  view().enter('/shop.tillroll');
  expect(view().selected).toBe('7');
  view().enter('/other.tillroll');
  expect(view().selected).toBeNull();
});

test('a draft is kept until it is forgotten, without touching others', () => {
  view().keepDraft('a', '{"a":1}');
  view().keepDraft('b', '{"b":1}');
  view().keepDraft('a', null);
  expect(view().drafts).toEqual({ b: '{"b":1}' });
});

test('two events are marked at most, the newest marks stay, and another file has none', () => {
  view().enter('/shop.tillroll');
  for (const seq of ['7', '8', '9']) view().mark(seq);
  expect(view().marked).toEqual(['8', '9']);
  view().mark('8');
  expect(view().marked).toEqual(['9']);
  view().enter('/other.tillroll');
  expect(view().marked).toEqual([]);
});
