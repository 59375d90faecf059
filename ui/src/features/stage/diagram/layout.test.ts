import { describe, expect, test } from 'vitest';
import { edges } from '../../../../tests/fake/stageParts';
import type { AskView, StateView } from '../../../api/types';
import { homeOf, placeDiagram } from './layout';

test('a stored session has four states, one that is not stored has a beginning too', () => {
  const ids = (isStored: boolean) => placeDiagram(edges, isStored).nodes.map((node) => node.id);
  expect(ids(true).toSorted()).toEqual(['cancelled', 'closed', 'open', 'partially_returned']);
  expect(ids(false)).toContain('none');
});

test('no two states overlap', () => {
  const { nodes } = placeDiagram(edges, false);
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
