import { queryOptions } from '@tanstack/react-query';
import { client } from './client';
import type { CartLineView, EventRequest, ReturnRequest, SessionRequest, Stale } from './types';

/** Rehearsals go stale with everything a rule can look at, and are forgotten quickly. */
const rehearsal = {
  meta: { stale: ['campaigns', 'coupons', 'dictionary', 'profiles'] satisfies Stale[] },
  gcTime: 10_000,
};

/** What an update of the session would do. */
export const updatePreviewQuery = (id: string, body: SessionRequest) =>
  queryOptions({
    queryKey: ['sessions', 'preview', 'update', id, body],
    queryFn: () => client.updateSession(id, body, true),
    ...rehearsal,
  });

/** What returning these units would do; `isAskedAgain` evaluates campaigns again that are marked for it. */
export const returnPreviewQuery = (id: string, body: ReturnRequest, isAskedAgain: boolean) =>
  queryOptions({
    queryKey: ['sessions', 'preview', 'return', id, body, isAskedAgain],
    queryFn: () => client.returnItems(id, body, isAskedAgain, true),
    ...rehearsal,
  });

/** What reopening the session would do. */
export const reopenPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'preview', 'reopen', id],
    queryFn: () => client.reopenSession(id, true),
    ...rehearsal,
  });

/** What sending the event would do. */
export const eventPreviewQuery = (body: EventRequest) =>
  queryOptions({
    queryKey: ['sessions', 'preview', 'event', body],
    queryFn: () => client.trackEvent(body, true),
    ...rehearsal,
  });

/** How many recent sessions the goods are gathered from. */
const sessionsLookedAt = 25;

/**
 * The goods of the latest sessions, one line for each SKU, the latest first: there is no other catalogue.
 * Read once for each workspace file.
 */
export const goodsQuery = (workspacePath: string) =>
  queryOptions({
    queryKey: ['workspace', 'goods', workspacePath],
    queryFn: async () => {
      const page = await client.sessions({}, null, sessionsLookedAt);
      const sessions = await Promise.all(page.rows.map((row) => client.session(row.id)));
      const goods = new Map<string, CartLineView>();
      for (const item of sessions.flatMap((session) => session?.items ?? [])) {
        if (!goods.has(item.sku)) goods.set(item.sku, item);
      }
      return [...goods.values()];
    },
  });
