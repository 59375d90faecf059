import type { Query, QueryClient } from '@tanstack/react-query';
import { hearHost } from './host';
import type { Stale } from './types';

/**
 * Refetches what a write made stale, whichever door wrote. A query is stale with a kind when its key starts
 * with it or its `meta.stale` lists it. Resolves with the function that stops listening.
 */
export function followStaleness(queries: QueryClient): Promise<() => void> {
  return hearHost<{ kinds: Stale[] }>('stale-event', ({ kinds }) => {
    void queries.invalidateQueries({ predicate: (query) => kinds.some((kind) => shows(query, kind)) });
  });
}

function shows(query: Query, kind: Stale): boolean {
  const also = query.meta?.stale;
  return query.queryKey[0] === kind || (Array.isArray(also) && also.includes(kind));
}
