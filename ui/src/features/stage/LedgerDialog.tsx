import { useQuery } from '@tanstack/react-query';
import { statementQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { AccountView, StatementRowView, StatementView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Table, type TableColumn } from '../../kit/Table';
import { TimeText } from '../../kit/TimeText';
import { EventLink } from './FateTables';
import type { QuestionProps } from './questions';

/** The ledger of the session on the stage, like a bank's statement. */
export function LedgerDialog({ stage, moves }: QuestionProps) {
  const statement = useQuery(statementQuery(stage.id));
  const { currency } = stage.workspace.settings;
  const close = () => moves.ask(null);
  return (
    <Dialog
      title={`Ledger of ${stage.id}`}
      isOpen
      onClose={close}
      width="wide"
      actions={<Button onPress={close}>Close</Button>}
    >
      {statement.isPending ? <Loading label="Reading the ledger…" /> : null}
      {statement.error ? <ErrorNote message={refusalOf(statement.error).message} /> : null}
      {statement.data === null ? (
        <p className="m-0 text-ink-2">The session is not stored yet, so nothing was granted.</p>
      ) : null}
      {statement.data ? <Statement statement={statement.data} currency={currency} /> : null}
    </Dialog>
  );
}

function Statement({ statement, currency }: { statement: StatementView; currency: string }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 font-medium">{statement.sentence}</p>
      {statement.rows.length > 0 ? (
        <>
          <Table
            label={`Entries in ${currency}`}
            columns={columns}
            rows={statement.rows.map((row, place) => ({ row, place }))}
            rowId={({ place }) => String(place)}
          />
          {statement.leftOff > 0 ? (
            <p className="m-0 text-sm text-ink-3">
              And {statement.leftOff} more entries; <code>till ledger</code> lists them all.
            </p>
          ) : null}
          <section>
            <h3 className="eyebrow m-0 pb-1">Accounts, in {currency}</h3>
            <Table
              label="Accounts"
              columns={accountColumns}
              rows={statement.accounts}
              rowId={(account) => account.name}
            />
          </section>
        </>
      ) : null}
      {statement.preview.length > 0 ? (
        <section>
          <h3 className="eyebrow m-0 pb-1">Shown, not granted yet</h3>
          <ul aria-label="Shown, not granted yet" className="m-0 list-none p-0">
            {statement.preview.map((shown, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same effect may be shown twice
              <li key={place} className="border-line border-b py-1 text-ink-2">
                {shown.what} <span className="text-sm text-ink-3">· {shown.campaignName}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

type Placed = { row: StatementRowView; place: number };

const columns: TableColumn<Placed>[] = [
  {
    id: 'event',
    header: 'Event',
    width: '132px',
    render: ({ row }) => (
      <span className="block py-0.5">
        <EventLink seq={row.seq} />
        <span className="block truncate text-sm leading-4 text-ink-3" title={row.eventType}>
          {row.eventTitle}
        </span>
        <span className="block text-sm leading-4 text-ink-3">
          <TimeText at={row.at} />
        </span>
      </span>
    ),
  },
  {
    id: 'what',
    header: 'What, and what became of it',
    render: ({ row }) => (
      <span className="block py-0.5">
        <span className="block break-words">{row.what}</span>
        <span className={`block text-sm leading-4 break-words ${lifeLook[row.life.state]}`}>
          {row.life.sentence}
        </span>
      </span>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    width: '120px',
    render: ({ row }) => <span className="text-ink-2">{row.account}</span>,
  },
  { id: 'granted', header: 'Granted', isFigure: true, width: '84px', render: figure('granted') },
  { id: 'taken', header: 'Taken back', isFigure: true, width: '90px', render: figure('takenBack') },
  {
    id: 'balance',
    header: 'Standing',
    isFigure: true,
    width: '84px',
    render: ({ row }) => <span className="font-medium tabular-nums">{row.balance}</span>,
  },
];

function figure(name: 'granted' | 'takenBack') {
  return ({ row }: Placed) => <span className="tabular-nums">{row[name] ?? ''}</span>;
}

const lifeLook: Record<StatementRowView['life']['state'], string> = {
  stands: 'text-good',
  takenBack: 'text-ink-3',
  inPart: 'text-warn',
  rollback: 'text-ink-3',
  message: 'text-ink-3',
  preview: 'text-ink-3',
  lapsed: 'text-ink-3',
  apart: 'text-ink-3',
};

const sum = (name: 'granted' | 'takenBack' | 'standing') => (account: AccountView) => (
  <span className="tabular-nums">{account[name]}</span>
);

const accountColumns: TableColumn<AccountView>[] = [
  { id: 'name', header: 'Account', render: (account) => account.name },
  { id: 'granted', header: 'Granted', isFigure: true, width: '110px', render: sum('granted') },
  { id: 'taken', header: '− Taken back', isFigure: true, width: '110px', render: sum('takenBack') },
  { id: 'standing', header: '= Standing', isFigure: true, width: '110px', render: sum('standing') },
];
