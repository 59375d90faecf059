import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { workspaceQuery } from '../../api/queries';
import type { CallFilterView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';
import { type Pane, Panes } from '../../kit/Panes';
import { useSettled } from '../../kit/useSettled';
import { RequestBar } from './RequestBar';
import { RequestDetail } from './RequestDetail';
import { RequestTable, useRequests } from './RequestTable';
import { useRequestsView } from './view';

const everything: CallFilterView = { method: null, outcome: null, text: null, event: null };

/** Every call a program made over HTTP, refused ones too, and the chosen one beside the table. */
export function RequestsScreen() {
  const [filter, setFilter] = useState(everything);
  const list = useRequests(useSettled(filter, 250));
  const { selected, select, enter } = useRequestsView();
  const path = useQuery(workspaceQuery).data?.path;
  const searchRef = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (path !== undefined) enter(path);
  }, [path, enter]);
  useCommands([
    {
      id: 'requests.search',
      title: 'Search requests',
      group: 'Requests',
      keys: '/',
      run: () => searchRef.current?.focus(),
    },
  ]);
  const isFiltering = Boolean(filter.method || filter.outcome || filter.text);
  const table: Pane = {
    id: 'table',
    label: 'Requests',
    content: <RequestTable list={list} isFiltering={isFiltering} onClear={() => setFilter(everything)} />,
  };
  const detail: Pane = {
    id: 'detail',
    label: 'Chosen request',
    size: 460,
    min: 320,
    max: 900,
    content: selected ? <RequestDetail id={selected} onGo={select} onClose={() => select(null)} /> : null,
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <RequestBar filter={filter} onFilter={setFilter} total={list.total} searchRef={searchRef} />
      <Panes id="requests" panes={selected ? [table, detail] : [table]} />
    </div>
  );
}
