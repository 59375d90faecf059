import type { EventColumn, EventRowView } from '../../api/types';
import { Money } from '../../kit/Money';
import { StateBadge } from '../../kit/StateBadge';
import { TimeText } from '../../kit/TimeText';
import type { GridColumn } from '../../kit/useGridTable';
import { columnNames } from './columnNames';
import { EventName } from './EventName';
import { MarkTag } from './MarkTag';

const shapes: Record<EventColumn, Omit<GridColumn<EventRowView>, 'id' | 'header'>> = {
  time: { width: 160, render: (row) => <TimeText at={row.at} /> },
  event: {
    width: 186,
    isWide: true,
    render: (row) => (
      <span className="flex items-center gap-1.5">
        <MarkTag seq={row.seq} />
        <EventName title={row.title} eventType={row.eventType} />
      </span>
    ),
  },
  customer: { width: 92, render: (row) => row.profileId ?? <Nothing word="anonymous" /> },
  session: { width: 78, render: (row) => row.sessionId ?? <Nothing /> },
  effects: { width: 58, isFigure: true, render: (row) => <Count count={row.effects} /> },
  state: {
    width: 148,
    render: (row) => (row.state === null ? <Nothing /> : <StateBadge state={row.state} />),
  },
  total: {
    width: 76,
    isFigure: true,
    render: (row) => (row.total === null ? <Nothing /> : <Money amount={row.total} />),
  },
  discount: { width: 76, isFigure: true, render: (row) => <Money amount={row.discount} isQuietAtZero /> },
  rejections: { width: 82, isFigure: true, render: (row) => <Count count={row.rejections} /> },
  source: { width: 66, render: (row) => row.source },
};

/** The columns of the events table. */
export const eventColumns: GridColumn<EventRowView>[] = columnNames.map(({ id, title }) => ({
  id,
  header: title,
  ...shapes[id],
}));

function Nothing({ word = '–' }: { word?: string }) {
  return <span className="text-ink-3">{word}</span>;
}

function Count({ count }: { count: number }) {
  return <span className={`tabular-nums ${count === 0 ? 'text-ink-3' : ''}`}>{count}</span>;
}
