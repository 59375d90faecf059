import type { CallRowView } from '../../api/types';
import { TimeText } from '../../kit/TimeText';
import type { GridColumn } from '../../kit/useGridTable';
import { StatusTag } from './StatusTag';
import { tookText } from './words';

/** The columns of the requests table. */
export const requestColumns: GridColumn<CallRowView>[] = [
  { id: 'time', header: 'Time', width: 160, render: (row) => <TimeText at={row.at} /> },
  {
    id: 'method',
    header: 'Method',
    width: 72,
    render: (row) => <span className="font-mono text-sm">{row.method}</span>,
  },
  { id: 'path', header: 'Path', width: 260, isWide: true, render: (row) => <Path row={row} /> },
  {
    id: 'status',
    header: 'Status',
    width: 108,
    render: (row) => <StatusTag outcome={row.outcome} status={row.status} />,
  },
  {
    id: 'took',
    header: 'Took',
    width: 76,
    isFigure: true,
    render: (row) => <span className="tabular-nums">{tookText(row.durationUs)}</span>,
  },
  {
    id: 'event',
    header: 'Event',
    width: 64,
    isFigure: true,
    render: (row) => (row.event === null ? <span className="text-ink-3">–</span> : row.event),
  },
  {
    id: 'client',
    header: 'Client',
    width: 190,
    render: (row) => (row.userAgent === '' ? <span className="text-ink-3">–</span> : row.userAgent),
  },
];

function Path({ row }: { row: CallRowView }) {
  return (
    <span className="font-mono text-sm" title={row.query === '' ? row.path : `${row.path}?${row.query}`}>
      {row.path}
      {row.query === '' ? null : <span className="text-ink-3">?{row.query}</span>}
    </span>
  );
}
