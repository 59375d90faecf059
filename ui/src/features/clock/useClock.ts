import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { clockQuery, workspaceQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { ClockRequest, ClockView } from '../../api/types';

/** The workspace clock and the way to set it. */
export type ClockControl = {
  /** `undefined` while it is being read and while no workspace is open. */
  clock: ClockView | undefined;
  set: (body: ClockRequest) => void;
  isPending: boolean;
  /** Why the clock was not set as last asked, or why it cannot be read. */
  refusal: Refusal | null;
  /** Reads it again: a clock that goes is older each time it is looked at. */
  refresh: () => void;
};

/** The clock of the open workspace. */
export function useClock(): ClockControl {
  const queries = useQueryClient();
  const isOpen = Boolean(useQuery(workspaceQuery).data);
  const read = useQuery({ ...clockQuery, enabled: isOpen });
  const setting = useMutation({
    mutationFn: (body: ClockRequest) => client.setClock(body, false),
    onSuccess: (clock) => queries.setQueryData(clockQuery.queryKey, clock),
  });
  const fault = setting.error ?? read.error;
  return {
    clock: isOpen ? read.data : undefined,
    set: (body) => setting.mutate(body),
    isPending: setting.isPending,
    refusal: isOpen && fault ? refusalOf(fault) : null,
    refresh: () => {
      setting.reset();
      void read.refetch();
    },
  };
}
