import { expect, it } from 'vitest';
import type { EvaluationGroupView } from '../../api/types';
import { groupsRequest, placedGroups, withGroup, withMoved, withoutGroup } from './groups';

const group = (id: number, parentId: number, campaigns: number[]): EvaluationGroupView => ({
  id,
  parentId,
  name: `G${id}`,
  mode: 'listOrder',
  campaigns,
});

const groups = [group(1, 0, [10]), group(2, 1, [11, 12]), group(3, 0, [])];

/** A request in short: names with campaigns, inner groups in brackets. */
function told(all: readonly EvaluationGroupView[]): string {
  return groupsRequest(all)
    .groups.map(({ name, campaigns, groups: inner }) => {
      const nested = (inner ?? []).map((one) => `[${one.name} ${one.campaigns}]`).join('');
      return `${name} ${campaigns}${nested}`;
    })
    .join(' · ');
}

it('groups are read with those inside them, and asked for the same way', () => {
  expect(placedGroups(groups).map(({ group: { id }, depth }) => [id, depth])).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  expect(told(groups)).toBe('G1 10[G2 11,12] · G3 ');
});

it('campaigns move from group to group and out of all of them', () => {
  expect(told(withMoved(groups, [11], 3))).toBe('G1 10[G2 12] · G3 11');
  expect(told(withMoved(groups, [10, 12], 2))).toBe('G1 [G2 11,10,12] · G3 ');
  expect(told(withMoved(groups, [10], 0))).toBe('G1 [G2 11,12] · G3 ');
});

it('a group is added, changed, put inside another and taken away with what is inside it', () => {
  const draft = { name: 'New', mode: 'stackable' as const, parentId: 3 };
  expect(told(withGroup(groups, null, draft))).toBe('G1 10[G2 11,12] · G3 [New ]');
  expect(told(withGroup(groups, 2, { ...draft, parentId: 0 }))).toBe('G1 10 · New 11,12 · G3 ');
  expect(told(withoutGroup(groups, 1))).toBe('G3 ');
  expect(groupsRequest(withGroup([], null, { ...draft, parentId: 0 })).groups[0]?.id).toBeNull();
});
