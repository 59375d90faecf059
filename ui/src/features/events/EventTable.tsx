import { useNavigate } from '@tanstack/react-router';
import { ScrollText, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import type { EventRowView } from '../../api/types';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Kbd } from '../../kit/Kbd';
import { Loading } from '../../kit/Loading';
import { VirtualTable } from '../../kit/VirtualTable';
import { eventColumns } from './columns';
import { type EventsSearch, isFiltering } from './filter';
import { MarkBar } from './MarkBar';
import type { useEventList } from './useEventList';
import { useEventsView } from './view';

export type EventTableProps = {
  filter: EventsSearch;
  list: ReturnType<typeof useEventList>;
  onFilter: (filter: EventsSearch) => void;
  onOpen: (seq: string) => void;
};

const rowId = (row: EventRowView) => row.seq;

/** The events, newest first, as many as there are. */
export function EventTable({ filter, list, onFilter, onOpen }: EventTableProps) {
  const { selected, select, hiddenColumns, marked } = useEventsView();
  const markedIds = useMemo(() => new Set(marked), [marked]);
  const { query, rows, total } = list;
  if (query.error && rows.length === 0)
    return <ReadFailed message={query.error.message} onRetry={query.refetch} />;
  if (query.isPending) return <Loading label="Reading events…" />;
  return (
    <>
      <div className="min-h-0 flex-1">
        <VirtualTable
          label="Events"
          columns={eventColumns}
          rows={rows}
          rowId={rowId}
          total={total}
          selectedId={selected}
          onSelect={select}
          onOpen={onOpen}
          hiddenColumns={hiddenColumns}
          markedIds={markedIds}
          hasMore={query.hasNextPage && !query.isFetchingNextPage}
          onNeedMore={query.fetchNextPage}
          empty={isFiltering(filter) ? <NothingMatches onClear={() => onFilter({})} /> : <NothingYet />}
        />
      </div>
      <MarkBar />
      <Hints />
    </>
  );
}

function ReadFailed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="p-4">
      <ErrorNote
        message={message}
        next="The events themselves are not affected."
        action={<Button onPress={onRetry}>Try again</Button>}
      />
    </div>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      sentence="No event fits all of these filters."
      action={<Button onPress={onClear}>Clear filters</Button>}
    />
  );
}

function NothingYet() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={ScrollText}
      title="Nothing has happened yet"
      sentence="Every move of a session and every event you send is listed here, in order."
      action={
        <Button
          tone="primary"
          onPress={() => void navigate({ to: '/stage/{-$sessionId}', params: { sessionId: undefined } })}
        >
          Go to the Stage
        </Button>
      }
    />
  );
}

const hints: readonly [keys: string, meaning: string][] = [
  ['J K', 'move'],
  ['Enter', 'open'],
  ['[ ]', 'same session'],
  ['M', 'mark'],
  ['D', 'compare marked'],
  ['W', 'why'],
  ['F', 'follow'],
  ['/', 'search'],
];

function Hints() {
  return (
    <p className="m-0 flex h-7 shrink-0 flex-wrap items-center gap-x-4 overflow-hidden leading-7 border-line border-t px-3 text-sm whitespace-nowrap text-ink-3">
      {hints.map(([keys, meaning]) => (
        <span key={keys} className="inline-flex items-center gap-1.5">
          <Kbd keys={keys} /> {meaning}
        </span>
      ))}
    </p>
  );
}
