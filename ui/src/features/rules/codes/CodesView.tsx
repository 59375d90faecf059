import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Download, Plus, SearchX, Ticket, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { client } from '../../../api/client';
import { couponsQuery } from '../../../api/coupons';
import { workspaceQuery } from '../../../api/queries';
import { refusalOf } from '../../../api/refusal';
import type { CouponFilterView, CouponStatusView, CouponView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { EmptyState } from '../../../kit/EmptyState';
import { ErrorNote } from '../../../kit/ErrorNote';
import { Loading } from '../../../kit/Loading';
import { SearchField } from '../../../kit/SearchField';
import { Select } from '../../../kit/Select';
import { showToast } from '../../../kit/Toasts';
import { VirtualTable } from '../../../kit/VirtualTable';
import { countOf } from '../../../lib/text';
import { CodePane } from './CodePane';
import { CreateCodesDialog } from './CreateCodesDialog';
import { codeColumns, statusWords } from './codeColumns';
import { ImportDialog } from './ImportDialog';

/** The codes of a campaign: found, made, imported, exported. */
export function CodesView({ campaignId, name }: { campaignId: number | null; name: string }) {
  if (campaignId === null) {
    return (
      <EmptyState
        icon={Ticket}
        title="Save the campaign first"
        sentence="Codes belong to a campaign that is saved; then they can be created here."
      />
    );
  }
  return <Codes campaignId={campaignId} name={name} />;
}

type Asked = 'one' | 'many' | 'import' | null;
const anyStatus = 'any';
const statuses = [
  { id: anyStatus, label: 'Any status' },
  ...Object.entries(statusWords).map(([id, label]) => ({ id, label })),
];

function Codes({ campaignId, name }: { campaignId: number; name: string }) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState(anyStatus);
  const [asked, ask] = useState<Asked>(null);
  const currency = useQuery(workspaceQuery).data?.settings.currency ?? '';
  const filter: CouponFilterView = {
    campaignId,
    text: text || null,
    status: status === anyStatus ? null : (status as CouponStatusView),
  };
  const exporting = useExport(filter);
  const close = () => ask(null);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
        <SearchField
          label="Search codes"
          value={text}
          onChange={setText}
          placeholder="Part of a code"
          className="w-48"
        />
        <Select
          hideLabel
          label="Status"
          value={status}
          onChange={setStatus}
          choices={statuses}
          className="w-36"
        />
        <span className="flex-1" />
        <Button size="small" icon={Plus} onPress={() => ask('one')}>
          Create code
        </Button>
        <Button size="small" icon={Plus} onPress={() => ask('many')}>
          Create many
        </Button>
        <Button size="small" icon={Upload} onPress={() => ask('import')}>
          Import
        </Button>
        <Button
          size="small"
          icon={Download}
          isPending={exporting.isPending}
          onPress={() => exporting.mutate()}
        >
          Export
        </Button>
      </div>
      <CodeTable
        filter={filter}
        name={name}
        currency={currency}
        onCreate={() => ask('one')}
        onClear={() => {
          setText('');
          setStatus(anyStatus);
        }}
      />
      {asked === 'one' || asked === 'many' ? (
        <CreateCodesDialog campaignId={campaignId} kind={asked} currency={currency} onClose={close} />
      ) : null}
      {asked === 'import' ? <ImportDialog campaignId={campaignId} onClose={close} /> : null}
    </div>
  );
}

function useExport(filter: CouponFilterView) {
  return useMutation({
    mutationFn: () => client.exportCoupons(filter, 'csv'),
    onSuccess: (written) => {
      if (written) showToast({ title: `Exported ${countOf(written.rows, 'code')}`, detail: written.path });
    },
    onError: (reason) => showToast({ tone: 'bad', title: 'Not exported', detail: refusalOf(reason).message }),
  });
}

const rowId = (row: CouponView) => row.id;

type CodeTableProps = {
  filter: CouponFilterView;
  name: string;
  currency: string;
  onCreate: () => void;
  onClear: () => void;
};

function CodeTable({ filter, name, currency, onCreate, onClear }: CodeTableProps) {
  const [selected, select] = useState<string | null>(null);
  const query = useInfiniteQuery({ ...couponsQuery(filter), placeholderData: keepPreviousData });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  if (query.error && rows.length === 0) {
    return (
      <div className="p-3">
        <ErrorNote
          message={refusalOf(query.error).message}
          action={<Button onPress={() => void query.refetch()}>Try again</Button>}
        />
      </div>
    );
  }
  if (query.isPending) return <Loading label="Reading the codes…" />;
  const isNarrowed = filter.text !== null || filter.status !== null;
  const total = query.data?.pages[0]?.total ?? 0;
  const chosen = rows.find((row) => row.id === selected);
  return (
    <>
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          <VirtualTable
            label={`Codes of ${name}`}
            columns={codeColumns}
            rows={rows}
            rowId={rowId}
            total={total}
            selectedId={selected}
            onSelect={select}
            hasMore={query.hasNextPage && !query.isFetchingNextPage}
            onNeedMore={() => void query.fetchNextPage()}
            empty={isNarrowed ? <NothingMatches onClear={onClear} /> : <NoCodes onCreate={onCreate} />}
          />
        </div>
        {chosen ? (
          <CodePane key={chosen.id} code={chosen.value} currency={currency} onClose={() => select(null)} />
        ) : null}
      </div>
      <p className="m-0 h-7 shrink-0 border-line border-t px-3 leading-7 text-sm text-ink-3">
        {countOf(total, 'code')}
      </p>
    </>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      sentence="No code of this campaign fits the search."
      action={<Button onPress={onClear}>Show all codes</Button>}
    />
  );
}

function NoCodes({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState
      icon={Ticket}
      title="No codes yet"
      sentence="A customer enters a code with the cart, and rules with the condition “Coupon code is valid” look at it."
      action={
        <Button tone="primary" onPress={onCreate}>
          Create code
        </Button>
      }
    />
  );
}
