import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { workspaceQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import { serverChanged, serverQuery } from '../../api/server';
import type { FaultView, ServerView } from '../../api/types';

/** The local server and the ways to switch it. */
export type ServerControl = {
  /** `undefined` while it is being read and while no workspace is open. */
  server: ServerView | undefined;
  /** Switches it on, at a port or at any free one. */
  start: (port: number | null) => void;
  stop: () => void;
  /** Gives it new keys; the ones before are refused from then on. */
  renewKeys: () => void;
  setFaults: (faults: FaultView[]) => void;
  isPending: boolean;
  /** Why it is not as last asked, or why it cannot be read. */
  refusal: Refusal | null;
};

/** The local server of the open workspace. */
export function useServer(): ServerControl {
  const queries = useQueryClient();
  const isOpen = Boolean(useQuery(workspaceQuery).data);
  const read = useQuery({ ...serverQuery, enabled: isOpen });
  const onSuccess = (server: ServerView) => serverChanged(queries, server);
  const switching = useMutation({
    mutationFn: (to: { on: boolean; port: number | null }) => client.switchServer(to.on, to.port),
    onSuccess,
  });
  const renewing = useMutation({ mutationFn: () => client.renewServerKeys(), onSuccess });
  const faulting = useMutation({
    mutationFn: (faults: FaultView[]) => client.setFaults(faults),
    onSuccess,
  });
  const fault = switching.error ?? renewing.error ?? faulting.error ?? read.error;
  return {
    server: isOpen ? read.data : undefined,
    start: (port) => switching.mutate({ on: true, port }),
    stop: () => switching.mutate({ on: false, port: read.data?.port ?? null }),
    renewKeys: () => renewing.mutate(),
    setFaults: (faults) => faulting.mutate(faults),
    isPending: switching.isPending,
    refusal: isOpen && fault ? refusalOf(fault) : null,
  };
}
