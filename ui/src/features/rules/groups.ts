import type {
  CampaignRowView,
  EvaluationGroupView,
  EvaluationModeName,
  GroupRequest,
  GroupsRequest,
} from '../../api/types';

/** The group that holds everything; it is stackable, and no request names it. */
export const baseGroup = 0;

/** A group with how deep it stands, from 1. */
export type PlacedGroup = { group: EvaluationGroupView; depth: 1 | 2 };

/** The groups as they are read from top to bottom: each before those inside it. */
export function placedGroups(groups: readonly EvaluationGroupView[]): PlacedGroup[] {
  const outer = groups.filter((group) => group.parentId === baseGroup);
  return outer.flatMap((group) => [
    { group, depth: 1 as const },
    ...inside(groups, group.id).map((inner) => ({ group: inner, depth: 2 as const })),
  ]);
}

/** All groups as the request that replaces them. A group that does not exist yet has a number below zero. */
export function groupsRequest(groups: readonly EvaluationGroupView[]): GroupsRequest {
  const body = ({ id, name, mode, campaigns }: EvaluationGroupView) => ({
    id: id > 0 ? id : null,
    name,
    mode,
    campaigns,
  });
  const outer = groups.filter((group) => group.parentId === baseGroup);
  const withInner = (group: EvaluationGroupView): GroupRequest => ({
    ...body(group),
    groups: inside(groups, group.id).map(body),
  });
  return { groups: outer.map(withInner) };
}

function inside(groups: readonly EvaluationGroupView[], id: number): EvaluationGroupView[] {
  return groups.filter((group) => group.parentId === id);
}

/** The groups after some campaigns went into one of them, or into the base group. */
export function withMoved(
  groups: readonly EvaluationGroupView[],
  campaigns: readonly number[],
  to: number,
): EvaluationGroupView[] {
  return groups.map((group) => {
    const others = group.campaigns.filter((id) => !campaigns.includes(id));
    return { ...group, campaigns: group.id === to ? [...others, ...campaigns] : others };
  });
}

/** What a form says about a group. */
export type GroupDraft = { name: string; mode: EvaluationModeName; parentId: number };

/** The groups with another one, or with one of them changed. */
export function withGroup(
  groups: readonly EvaluationGroupView[],
  id: number | null,
  draft: GroupDraft,
): EvaluationGroupView[] {
  if (id === null) return [...groups, { id: -1, campaigns: [], ...draft }];
  return groups.map((group) => (group.id === id ? { ...group, ...draft } : group));
}

/** The groups without one of them and those inside it; their campaigns are in the base group then. */
export function withoutGroup(groups: readonly EvaluationGroupView[], id: number): EvaluationGroupView[] {
  return groups.filter((group) => group.id !== id && group.parentId !== id);
}

/** The campaigns of one group, in the order of evaluation. */
export function campaignsOf(campaigns: readonly CampaignRowView[], groupId: number): CampaignRowView[] {
  return campaigns.filter((campaign) => campaign.groupId === groupId);
}

/** How the campaigns of a group compete, in the order a form offers it. */
export const modes: readonly { id: EvaluationModeName; label: string; description: string }[] = [
  { id: 'stackable', label: 'All add up', description: 'Every campaign that applies stands.' },
  {
    id: 'listOrder',
    label: 'First campaign',
    description: 'The first in the list that applies stands; the others are excluded.',
  },
  {
    id: 'highestDiscount',
    label: 'Highest discount',
    description: 'The one that gives most stands; of equals the earlier.',
  },
  {
    id: 'lowestDiscount',
    label: 'Lowest discount',
    description: 'The one that gives least stands; of equals the earlier.',
  },
];

/** A mode in words. */
export function modeLabel(mode: EvaluationModeName): string {
  return modes.find(({ id }) => id === mode)?.label ?? mode;
}
