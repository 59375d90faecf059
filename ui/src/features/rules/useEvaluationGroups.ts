import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { campaignsQuery, evaluationGroupsQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { EvaluationGroupView } from '../../api/types';
import { groupsRequest } from './groups';

/** The groups campaigns compete in, and the way to change them. */
export type EvaluationGroups = {
  groups: readonly EvaluationGroupView[];
  /** Replaces them all; `onDone` is called when they are saved. */
  save: (groups: readonly EvaluationGroupView[], onDone?: () => void) => void;
  isPending: boolean;
  refusal: Refusal | null;
  /** Forgets what was refused. */
  reset: () => void;
};

const none: readonly EvaluationGroupView[] = [];

/** The groups of the open workspace. */
export function useEvaluationGroups(): EvaluationGroups {
  const queries = useQueryClient();
  const read = useQuery(evaluationGroupsQuery);
  const saving = useMutation({
    mutationFn: (groups: readonly EvaluationGroupView[]) =>
      client.saveEvaluationGroups(groupsRequest(groups), false),
    onSuccess: (saved) => {
      queries.setQueryData(evaluationGroupsQuery.queryKey, saved);
      void queries.invalidateQueries({ queryKey: campaignsQuery.queryKey });
    },
  });
  const fault = saving.error ?? read.error;
  return {
    groups: read.data?.groups ?? none,
    save: (groups, onDone) => saving.mutate(groups, { onSuccess: () => onDone?.() }),
    isPending: saving.isPending,
    refusal: fault ? refusalOf(fault) : null,
    reset: () => saving.reset(),
  };
}
