import type { ReactNode } from 'react';
import type { EventDetailView } from '../../../api/types';
import { Money } from '../../../kit/Money';
import { StateBadge } from '../../../kit/StateBadge';
import { Table } from '../../../kit/Table';
import { Tag } from '../../../kit/Tag';
import { TimeText } from '../../../kit/TimeText';

/** What both events are about, line by line, the earlier one first. */
export function ComparisonTable({ before, after }: { before: EventDetailView; after: EventDetailView }) {
  return (
    <Table
      label="Summary"
      rows={facts}
      rowId={(fact) => fact.name}
      columns={[
        { id: 'name', header: 'What', width: '110px', render: ({ name }) => name },
        { id: 'before', header: 'Earlier event', width: '40%', render: ({ show }) => show(before) },
        { id: 'after', header: 'Later event', width: '40%', render: ({ show }) => show(after) },
        {
          id: 'verdict',
          header: 'Same?',
          render: ({ of }) =>
            of(before) === of(after) ? (
              <span className="text-ink-3">= same</span>
            ) : (
              <Tag tone="warn">≠ differs</Tag>
            ),
        },
      ]}
    />
  );
}

type Fact = {
  name: string;
  /** What is compared. */
  of: (detail: EventDetailView) => string | null;
  show: (detail: EventDetailView) => ReactNode;
};

const facts: readonly Fact[] = [
  { name: 'Event', of: ({ row }) => row.eventType, show: ({ row }) => row.title },
  { name: 'Time', of: ({ row }) => row.at, show: ({ row }) => <TimeText at={row.at} /> },
  { name: 'Customer', of: ({ row }) => row.profileId, show: ({ row }) => row.profileId ?? 'anonymous' },
  { name: 'Session', of: ({ row }) => row.sessionId, show: ({ row }) => row.sessionId ?? nothing },
  {
    name: 'State',
    of: ({ row }) => row.state,
    show: ({ row }) => (row.state === null ? nothing : <StateBadge state={row.state} />),
  },
  {
    name: 'Total',
    of: ({ row }) => row.total,
    show: ({ row }) => (row.total === null ? nothing : <Money amount={row.total} />),
  },
  { name: 'Discount', of: ({ row }) => row.discount, show: ({ row }) => <Money amount={row.discount} /> },
  {
    name: 'Effects',
    of: ({ effects }) => JSON.stringify(effects.map(({ json }) => json)),
    show: ({ effects }) =>
      effects.length === 0 ? (
        'none'
      ) : (
        <ul className="m-0 list-none p-0">
          {effects.map(({ json, sentence }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two effects may say the same, their order is fixed
            <li key={`${place} ${json}`}>{sentence}</li>
          ))}
        </ul>
      ),
  },
];

const nothing = <span className="text-ink-3">none</span>;
