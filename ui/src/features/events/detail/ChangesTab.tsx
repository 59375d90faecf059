import { Equal } from 'lucide-react';
import type { ChangeView } from '../../../api/types';
import { EmptyState } from '../../../kit/EmptyState';
import { Table, type TableColumn } from '../../../kit/Table';

/** Before and after, only what is different. */
export function ChangesTab({ changes }: { changes: readonly ChangeView[] }) {
  if (changes.length === 0) {
    return (
      <EmptyState
        icon={Equal}
        title="Nothing changed"
        sentence="The session and the customer are the same after this event as before it."
      />
    );
  }
  return <Table label="Changes" columns={columns} rows={changes} rowId={(change) => change.what} />;
}

const columns: readonly TableColumn<ChangeView>[] = [
  {
    id: 'what',
    header: 'What',
    width: '44%',
    render: ({ what }) => <span className="break-words">{what}</span>,
  },
  { id: 'before', header: 'Before', render: ({ before }) => <Side text={before} isOld /> },
  { id: 'after', header: 'After', render: ({ after }) => <Side text={after} /> },
];

function Side({ text, isOld }: { text: string | null; isOld?: boolean }) {
  if (text === null) return <span className="text-ink-3">nothing</span>;
  if (isOld) return <del className="break-words text-ink-3">{text}</del>;
  return <span className="font-medium break-words">{text}</span>;
}
