import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { eventFacetsQuery } from '../../api/queries';
import { useCommands } from '../../kit/CommandRegistry';
import { type Pane, Panes } from '../../kit/Panes';
import { useNarrow } from '../../kit/useNarrow';
import { ComparisonDialog } from './compare/ComparisonDialog';
import { EventDetail } from './detail/EventDetail';
import { EventTable } from './EventTable';
import { FacetColumn } from './FacetColumn';
import { Histogram } from './Histogram';
import { ListActions } from './ListActions';
import { QueryBar } from './QueryBar';
import { useChips } from './useChips';
import { useEventList } from './useEventList';
import { useFilter } from './useFilter';
import { useMarkCommands } from './useMarkCommands';
import { useEventsView } from './view';

/** Every event: what is looked for, when it happened, what occurs, the table, and the chosen event beside it. */
export function EventListScreen() {
  const [filter, setFilter] = useFilter();
  const chips = useChips(filter);
  const list = useEventList(filter);
  const isNarrow = useNarrow(1199);
  const histogram = useQuery(eventFacetsQuery(filter)).data?.histogram ?? [];
  const [isExporting, setExporting] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const { selected, select } = useEventsView();
  const goTo = useMaximise(filter);
  useMarkCommands(selected);
  useListCommands(
    () => searchRef.current?.focus(),
    () => setExporting(true),
  );

  const facets = facetsPane(<FacetColumn filter={filter} onFilter={setFilter} />);
  const table: Pane = {
    id: 'table',
    label: 'Events',
    content: (
      <>
        <Histogram
          buckets={histogram}
          onChoose={({ from, until }) => setFilter({ ...filter, from, until })}
        />
        <EventTable filter={filter} list={list} onFilter={setFilter} onOpen={goTo} />
      </>
    ),
  };
  const detail: Pane = {
    id: 'detail',
    label: 'Chosen event',
    size: 440,
    min: 320,
    max: 900,
    content: selected ? (
      <EventDetail
        seq={selected}
        onGo={select}
        onMaximise={() => goTo(selected)}
        onClose={() => select(null)}
      />
    ) : null,
  };
  const beside = isNarrow ? [table, detail] : [facets, table, detail];
  const panes = selected ? beside : [facets, table];
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <QueryBar
        filter={filter}
        chips={chips}
        onFilter={setFilter}
        searchRef={searchRef}
        actions={
          <ListActions
            filter={filter}
            chips={chips}
            list={list}
            isExporting={isExporting}
            setExporting={setExporting}
          />
        }
      />
      <Panes id="events" panes={panes} />
      <ComparisonDialog />
    </div>
  );
}

function facetsPane(content: ReactNode): Pane {
  return { id: 'facets', label: 'Facets', size: 168, min: 140, max: 400, content };
}

function useMaximise(filter: ReturnType<typeof useFilter>[0]) {
  const navigate = useNavigate();
  return (seq: string) => void navigate({ to: '/events/{-$seq}', params: { seq }, search: filter });
}

function useListCommands(search: () => void, exportShown: () => void) {
  const { isFollowing, follow } = useEventsView();
  useCommands([
    { id: 'events.search', title: 'Search events', group: 'Events', keys: '/', run: search },
    {
      id: 'events.follow',
      title: isFollowing ? 'Stop following new events' : 'Follow new events',
      group: 'Events',
      keys: 'f',
      run: () => follow(!isFollowing),
    },
    { id: 'events.export', title: 'Export events…', group: 'Events', run: exportShown },
  ]);
  useEffect(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    }
  }, []);
}
