import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { campaignQuery, campaignsQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { CampaignRowView, CampaignState } from '../../api/types';
import { draftLimit } from './budgets/limits';
import { emptyDocument, readDocument } from './document';
import { draftKey, newCampaign, useDrafts } from './drafts';
import { withMoved } from './groups';
import { moveIds, stepId } from './order';
import type { EvaluationGroups } from './useEvaluationGroups';

/** What can be done to the list of campaigns. */
export type CampaignActions = {
  setState: (id: number, state: CampaignState) => void;
  /** Puts the moved campaigns before or after another. */
  reorder: (moved: readonly number[], target: number, isAfter: boolean) => void;
  step: (id: number, by: -1 | 1) => void;
  /** Puts campaigns into a group, or into the base group. */
  moveTo: (moved: readonly number[], group: number) => void;
  /** Opens an unsaved copy. */
  duplicate: (id: number) => void;
  refusal: Refusal | null;
};

/** The actions of the list. A new order shows at once and goes back when it is refused. */
export function useCampaignActions(
  campaigns: readonly CampaignRowView[],
  workspacePath: string,
  control: EvaluationGroups,
): CampaignActions {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = campaignsQuery.queryKey;
  const settle = () => void queries.invalidateQueries({ queryKey: key });
  const state = useMutation({
    mutationFn: ({ id, to }: { id: number; to: CampaignState }) => client.setCampaignState(id, to),
    onSettled: settle,
  });
  const order = useMutation({
    mutationFn: (ids: number[]) => client.reorderCampaigns(ids),
    onMutate: (ids) => queries.setQueryData(key, inOrder(campaigns, ids)),
    onSettled: settle,
  });
  const copy = useMutation({
    mutationFn: (id: number) => queries.fetchQuery(campaignQuery(id)),
    onSuccess: ({ row, reevaluateOnReturn, limits, ruleset }) => {
      const read = readDocument(ruleset);
      useDrafts.getState().keep(draftKey(workspacePath, newCampaign), {
        name: `${row.name} (copy)`,
        description: row.description,
        startTime: row.startTime ?? '',
        endTime: row.endTime ?? '',
        reevaluateOnReturn,
        limits: limits.map(draftLimit),
        document: 'document' in read ? read.document : emptyDocument,
        text: null,
        revision: 0,
      });
      void navigate({ to: '/rules/{-$campaignId}', params: { campaignId: newCampaign } });
    },
  });
  const ids = campaigns.map((campaign) => campaign.id);
  const fault = state.error ?? order.error ?? copy.error;
  return {
    setState: (id, to) => state.mutate({ id, to }),
    reorder: (moved, target, isAfter) => order.mutate(moveIds(ids, moved, target, isAfter)),
    moveTo: (moved, group) => control.save(withMoved(control.groups, moved, group)),
    step: (id, by) => order.mutate(stepId(ids, id, by)),
    duplicate: (id) => copy.mutate(id),
    refusal: fault ? refusalOf(fault) : null,
  };
}

function inOrder(campaigns: readonly CampaignRowView[], ids: readonly number[]): CampaignRowView[] {
  const found = ids.flatMap((id) => campaigns.filter((campaign) => campaign.id === id));
  return found.map((campaign, position) => ({ ...campaign, position }));
}
