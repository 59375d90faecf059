import type { QueryClient } from '@tanstack/react-query';
import { recentsQuery, workspaceQuery } from './queries';
import type { WorkspaceView } from './types';

/** Another workspace is open now, or none: what was read from the one before is forgotten. */
export function enterWorkspace(queries: QueryClient, workspace: WorkspaceView | null): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'workspace' });
  queries.setQueryData(workspaceQuery.queryKey, workspace);
  void queries.invalidateQueries({ queryKey: recentsQuery.queryKey });
}
