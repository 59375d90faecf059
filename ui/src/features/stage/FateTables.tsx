import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AfterwardsView, FateView, StaysView, TakenBackView } from '../../api/types';
import { Table, type TableColumn } from '../../kit/Table';

/** What a move takes back, what stays and why, and the sums afterwards. Empty tables are left out. */
export function FateTables({ fate, currency }: { fate: FateView; currency: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="m-0 font-medium">
        {fate.sentence}
      </p>
      {fate.takenBack.length > 0 ? (
        <Section title={`Taken back, in ${currency}`} more={fate.moreTakenBack}>
          <Table
            label="Taken back"
            columns={takenColumns}
            rows={fate.takenBack.map(placed)}
            rowId={placeOf}
          />
        </Section>
      ) : null}
      {fate.stays.length > 0 ? (
        <Section title="Stays" more={fate.moreStays}>
          <Table label="Stays" columns={staysColumns} rows={fate.stays.map(placed)} rowId={placeOf} />
        </Section>
      ) : null}
      <Section title={`Afterwards, in ${currency}`} more={0}>
        <Table
          label="Afterwards"
          columns={afterwardsColumns}
          rows={fate.afterwards}
          rowId={(row) => row.what}
        />
      </Section>
    </div>
  );
}

/** The same effect may be given twice, so a row is known by its place. */
type Placed<T> = { place: number; row: T };

function placed<T>(row: T, place: number): Placed<T> {
  return { place, row };
}

const placeOf = ({ place }: Placed<unknown>) => String(place);

function Section({ title, more, children }: { title: string; more: number; children: ReactNode }) {
  return (
    <section>
      <h3 className="eyebrow m-0 pb-1">{title}</h3>
      <div className="max-h-80 overflow-auto rounded-md border border-line">{children}</div>
      {more > 0 ? <p className="m-0 pt-1 text-sm text-ink-3">And {more} more.</p> : null}
    </section>
  );
}

const takenColumns: TableColumn<Placed<TakenBackView>>[] = [
  {
    id: 'what',
    header: 'What',
    render: ({ row }) => <What what={row.what} campaign={row.campaignName} />,
  },
  {
    id: 'by',
    header: 'Granted at',
    width: '96px',
    render: ({ row }) => <EventLink seq={row.grantedBy} />,
  },
  {
    id: 'amount',
    header: 'Taken back',
    isFigure: true,
    width: '116px',
    render: ({ row }) => (
      <span>
        <span className="tabular-nums">{row.amount}</span>
        {row.amount === row.granted ? null : <span className="text-ink-3"> of {row.granted}</span>}
      </span>
    ),
  },
];

const staysColumns: TableColumn<Placed<StaysView>>[] = [
  {
    id: 'what',
    header: 'What',
    render: ({ row }) => <What what={row.what} campaign={row.campaignName} />,
  },
  {
    id: 'why',
    header: 'Why it stays',
    width: '44%',
    render: ({ row }) => <span className="text-ink-2">{row.why}</span>,
  },
];

const afterwardsColumns: TableColumn<AfterwardsView>[] = [
  { id: 'what', header: 'Sum', render: (row) => <span className="break-words">{row.what}</span> },
  {
    id: 'before',
    header: 'Now',
    isFigure: true,
    width: '104px',
    render: (row) => <span className="text-ink-3 tabular-nums">{row.before}</span>,
  },
  {
    id: 'after',
    header: 'Afterwards',
    isFigure: true,
    width: '104px',
    render: (row) => (
      <span className={`tabular-nums ${row.before === row.after ? 'text-ink-3' : 'font-medium'}`}>
        {row.after}
      </span>
    ),
  },
];

function What({ what, campaign }: { what: string; campaign: string }) {
  return (
    <span className="block py-0.5">
      <span className="block break-words">{what}</span>
      <span className="block text-sm leading-4 break-words text-ink-3">{campaign}</span>
    </span>
  );
}

/** An event by its number, as a way to it. */
export function EventLink({ seq }: { seq: string }) {
  return (
    <Link
      to="/events/{-$seq}"
      params={{ seq }}
      className="whitespace-nowrap rounded-sm text-accent underline decoration-line-strong underline-offset-2 hover:decoration-current"
    >
      event {seq}
    </Link>
  );
}
