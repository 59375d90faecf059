import { useQuery } from '@tanstack/react-query';
import { recentsQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { RecentView } from '../../api/types';
import { Button } from '../../kit/Button';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Table, type TableColumn } from '../../kit/Table';
import { TimeText } from '../../kit/TimeText';
import { formatBytes } from '../../lib/text';
import type { Opening } from './useOpening';

/** Why a workspace that is not there cannot be opened. */
const missing = 'The file is not there: it was moved or deleted, or its drive is not connected.';

type Column = TableColumn<RecentView>;

/** The workspaces opened before, the latest first. */
export function RecentTable({ opening, openPath }: { opening: Opening; openPath: string | null }) {
  const recents = useQuery(recentsQuery);
  return (
    <section aria-labelledby="recent-workspaces">
      <h3 id="recent-workspaces" className="m-0 pb-1 text-base font-semibold">
        Recent workspaces
      </h3>
      {recents.error ? <ErrorNote message={refusalOf(recents.error).message} /> : null}
      {recents.isPending ? <Loading label="Reading the list…" /> : null}
      {recents.data ? (
        <Table
          label="Recent workspaces"
          columns={columnsOf(opening, openPath)}
          rows={recents.data}
          rowId={({ path }) => path}
          empty="Workspaces you open are listed here."
        />
      ) : null}
    </section>
  );
}

function columnsOf(opening: Opening, openPath: string | null): Column[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: '24%',
      render: ({ name, size }) => (
        <span className={`break-words font-medium ${size === null ? 'text-ink-3' : ''}`}>{name}</span>
      ),
    },
    { id: 'path', header: 'Path', render: (recent) => <PathCell recent={recent} /> },
    {
      id: 'opened',
      header: 'Last opened',
      width: '148px',
      render: ({ opened }) => <TimeText at={opened} />,
    },
    {
      id: 'size',
      header: 'Size',
      width: '80px',
      isFigure: true,
      render: ({ size }) => (size === null ? <span className="text-ink-3">—</span> : formatBytes(size)),
    },
    {
      id: 'open',
      header: 'Open',
      hideHeader: true,
      width: '76px',
      isFigure: true,
      render: ({ name, path, size }) => (
        <Button
          size="small"
          label={`Open workspace ${name}`}
          isPending={opening.now === path}
          disabledReason={reasonNotToOpen(path, size, openPath)}
          onPress={() => opening.open(path)}
        >
          Open
        </Button>
      ),
    },
  ];
}

function PathCell({ recent }: { recent: RecentView }) {
  return (
    <span className="block text-sm text-ink-2">
      <span className="break-all">{recent.path}</span>
      {recent.size === null ? <span className="block text-ink-3">{missing}</span> : null}
    </span>
  );
}

function reasonNotToOpen(path: string, size: number | null, openPath: string | null): string | null {
  if (size === null) return missing;
  return path === openPath ? 'It is open now.' : null;
}
