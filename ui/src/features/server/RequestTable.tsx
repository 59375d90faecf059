import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { callsQuery } from '../../api/requests';
import type { CallFilterView, CallRowView } from '../../api/types';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { VirtualTable } from '../../kit/VirtualTable';
import { NoRequests } from './NoRequests';
import { requestColumns } from './requestColumns';
import { useRequestsView } from './view';

const rowId = (row: CallRowView) => row.id;

/** The requests that match, the newest first, as they come in. */
export function useRequests(filter: CallFilterView) {
  const query = useInfiniteQuery({ ...callsQuery(filter), placeholderData: keepPreviousData });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return { query, rows, total: query.data?.pages[0]?.total };
}

export type RequestTableProps = {
  list: ReturnType<typeof useRequests>;
  isFiltering: boolean;
  onClear: () => void;
};

/** The table of requests. */
export function RequestTable({ list, isFiltering, onClear }: RequestTableProps) {
  const { query, rows, total } = list;
  const { selected, select } = useRequestsView();
  if (query.error && rows.length === 0) {
    return (
      <div className="p-4">
        <ErrorNote
          message={query.error.message}
          next="The requests themselves are not affected."
          action={<Button onPress={() => void query.refetch()}>Try again</Button>}
        />
      </div>
    );
  }
  if (query.isPending) return <Loading label="Reading requests…" />;
  if (rows.length === 0) return isFiltering ? <NothingMatches onClear={onClear} /> : <NoRequests />;
  return (
    <VirtualTable
      label="Requests"
      columns={requestColumns}
      rows={rows}
      rowId={rowId}
      total={total ?? rows.length}
      selectedId={selected}
      onSelect={select}
      hasMore={query.hasNextPage && !query.isFetchingNextPage}
      onNeedMore={query.fetchNextPage}
    />
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      sentence="No request fits all of these filters."
      action={<Button onPress={onClear}>Clear filters</Button>}
    />
  );
}
