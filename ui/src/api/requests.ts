import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from './client';
import type { CallFilterView } from './types';

const pageLength = 200;

/** The calls that came in over HTTP, the newest first. */
export const callsQuery = (filter: CallFilterView) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam }) => client.calls(filter, pageParam, pageLength),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** One call with both bodies, and how it is repeated where the server is now. */
export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: () => client.call(id),
  });
