import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { eventsQuery } from '../../api/queries';
import type { EventRowView } from '../../api/types';
import type { EventsSearch } from './filter';
import { useEventsView } from './view';
import { isAfter } from './words';

/**
 * The events that match, newest first. While following, news is listed as it comes; otherwise the list ends
 * above at the newest event it began with, and `news` counts what waits to be shown.
 */
export function useEventList(filter: EventsSearch) {
  const query = useInfiniteQuery({ ...eventsQuery(filter), placeholderData: keepPreviousData });
  const isFollowing = useEventsView((view) => view.isFollowing);
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const isOwn = query.data !== undefined && !query.isPlaceholderData;
  const head = useHead(JSON.stringify(filter), isOwn ? (loaded[0]?.seq ?? '0') : null, isFollowing);
  const rows = useMemo(() => upTo(loaded, head.seq), [loaded, head.seq]);
  return {
    query,
    rows,
    /** Events newer than the first one listed. */
    news: loaded.length - rows.length,
    /** How many match in all, those that wait included. */
    total: query.data?.pages[0]?.total ?? 0,
    /** Lists what waits. */
    showNews: head.moveUp,
  };
}

/** The newest event listed: it moves with the news while following, otherwise only when asked or when the filter changes. */
function useHead(filterKey: string, newest: string | null, isFollowing: boolean) {
  const [held, setHeld] = useState<{ filterKey: string; seq: string } | null>(null);
  const isHeld = held?.filterKey === filterKey;
  if (newest !== null && (!isHeld || (isFollowing && held.seq !== newest)))
    setHeld({ filterKey, seq: newest });
  return {
    seq: isHeld ? held.seq : newest,
    moveUp: () => {
      if (newest !== null) setHeld({ filterKey, seq: newest });
    },
  };
}

function upTo(rows: EventRowView[], head: string | null): EventRowView[] {
  const newest = rows[0];
  if (head === null || newest === undefined || !isAfter(newest.seq, head)) return rows;
  return rows.filter((row) => !isAfter(row.seq, head));
}
