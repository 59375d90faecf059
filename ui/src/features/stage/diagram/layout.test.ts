import { describe, expect, test } from 'vitest';
import { edges } from '../../../../tests/fake/stageParts';
import type { AskView, StateView } from '../../../api/types';
import { homeOf, placeDiagram } from './layout';

test('a stored session has four states, one that is not stored has a beginning too', () => {
  const ids = (state: StateView | null) => placeDiagram(edges, state).nodes.map((node) => node.id);
  expect(ids('open').toSorted()).toEqual(['cancelled', 'closed', 'open', 'partially_returned']);
  expect(ids(null)).toContain('none');
});

const states = [null, 'open', 'closed', 'partially_returned', 'cancelled'] as const;

test.each(states)('in %s no two states overlap, and the drawing fits a pane of 380 pixels', (state) => {
  const { nodes, width } = placeDiagram(edges, state);
  expect(width).toBeLessThanOrEqual(380);
  for (const one of nodes) {
    for (const other of nodes) {
      if (one === other) continue;
      const isApart =
        one.at.y + one.height <= other.at.y ||
        other.at.y + other.height <= one.at.y ||
        one.at.x + one.width <= other.at.x ||
        other.at.x + other.width <= one.at.x;
      expect(isApart, `${one.id} and ${other.id}`).toBe(true);
    }
  }
});

describe('every move has one place for its button', () => {
  const cases: [StateView | null, AskView, string][] = [
    [null, 'update', 'none-update'],
    [null, 'cancel', 'open-cancel'],
    ['open', 'update', 'open-update'],
    ['open', 'close', 'open-close'],
    ['open', 'return', 'closed-return'],
    ['closed', 'cancel', 'closed-cancel'],
    ['closed', 'return', 'closed-return'],
    ['closed', 'update', 'open-update'],
    ['partially_returned', 'return', 'partially_returned-return'],
    ['partially_returned', 'cancel', 'partially_returned-cancel'],
    ['cancelled', 'reopen', 'closed-reopen'],
  ];
  test.each(cases)('in %s, %s sits on %s', (state, ask, place) => {
    expect(homeOf(edges, ask, state)).toBe(place);
  });
});
