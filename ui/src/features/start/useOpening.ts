import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { WorkspaceView } from '../../api/types';
import { enterWorkspace } from '../../api/workspace';

/** What is asked for: the sample shop, a new file, a file from the dialog, or the file at a path. */
type Wanted = { kind: 'sample' } | { kind: 'new' } | { kind: 'file' } | { kind: 'path'; path: string };

/** Why a workspace could not be opened. */
export type Fault = { message: string; path: string | null; next: string };

export type Opening = {
  openSample: () => void;
  makeNew: () => void;
  /** Opens the file at the path; `null` asks for one. */
  open: (path: string | null) => void;
  /** What is being opened now: `sample`, `new`, `file` or a path. */
  now: string | null;
  fault: Fault | null;
};

/** Opens workspaces and goes to the Stage; a dialog that is cancelled changes nothing. */
export function useOpening(): Opening {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: ask,
    onSuccess: (workspace) => {
      if (!workspace) return;
      enterWorkspace(queries, workspace);
      void navigate({ to: '/stage/{-$sessionId}', params: { sessionId: undefined } });
    },
  });
  const wanted = opening.variables;
  const want = (next: Wanted) => {
    if (!opening.isPending) opening.mutate(next);
  };
  return {
    openSample: () => want({ kind: 'sample' }),
    makeNew: () => want({ kind: 'new' }),
    open: (path) => want(path === null ? { kind: 'file' } : { kind: 'path', path }),
    now: opening.isPending && wanted ? nameOf(wanted) : null,
    fault: opening.error && wanted ? faultOf(refusalOf(opening.error), wanted) : null,
  };
}

function ask(wanted: Wanted): Promise<WorkspaceView | null> {
  switch (wanted.kind) {
    case 'sample':
      return client.openSampleShop();
    case 'new':
      return client.newWorkspace();
    case 'file':
      return client.openWorkspace(null);
    case 'path':
      return client.openWorkspace(wanted.path);
  }
}

function nameOf(wanted: Wanted): string {
  return wanted.kind === 'path' ? wanted.path : wanted.kind;
}

/** A dialog that was cancelled is not a fault. */
function faultOf(refusal: Refusal, wanted: Wanted): Fault | null {
  if (refusal.code === 'cancelled') return null;
  return {
    message: refusal.message,
    path: wanted.kind === 'path' ? wanted.path : null,
    next: 'The file was not changed, and what was open before is as it was.',
  };
}
