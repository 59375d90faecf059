import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { client } from './client';
import type { ServerView } from './types';

/** The local server of the open workspace. */
export const serverQuery = queryOptions({
  queryKey: ['server', 'view'],
  queryFn: client.server,
});

/** The server is as `server` says now; calls are repeated where it is now. */
export function serverChanged(queries: QueryClient, server: ServerView): void {
  queries.setQueryData(serverQuery.queryKey, server);
  void queries.invalidateQueries({ queryKey: ['requests', 'one'] });
}
