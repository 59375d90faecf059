import { useMutation } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { refusalOf } from '../../../api/refusal';
import type { CouponRowProblemView, ImportedCouponsView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { ErrorNote } from '../../../kit/ErrorNote';
import { Note } from '../../../kit/Note';
import { Progress } from '../../../kit/Progress';
import { Table, type TableColumn } from '../../../kit/Table';
import { showToast } from '../../../kit/Toasts';
import { countOf } from '../../../lib/text';
import { useCodeWork } from './useCodeWork';

export type ImportDialogProps = { campaignId: number; onClose: () => void };

/** A file that was chosen, and what importing its good rows would do. */
type Checked = { name: string; csv: string; report: ImportedCouponsView };

/** Imports codes from a CSV file: it is checked first, every mistake is listed, then one decides. */
export function ImportDialog({ campaignId, onClose }: ImportDialogProps) {
  const choosing = useMutation({ mutationFn: () => chooseAndCheck(campaignId) });
  const checked = choosing.data ?? null;
  const work = useCodeWork(
    (csv: string) => client.importCoupons(campaignId, { csv, skipBadRows: true }, false),
    (done) => {
      showToast({ tone: 'good', title: `Imported ${countOf(done.imported, 'code')}` });
      onClose();
    },
  );
  const fault = choosing.error ? refusalOf(choosing.error) : work.refusal;
  const good = checked?.report.imported ?? 0;
  return (
    <Dialog
      title="Import codes"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isPending={choosing.isPending} onPress={() => choosing.mutate()}>
            {checked ? 'Choose another file' : 'Choose a file'}
          </Button>
          <Button
            tone="primary"
            isPending={work.isPending}
            disabledReason={
              checked ? (good === 0 ? 'No row can be imported.' : null) : 'Choose a file first.'
            }
            onPress={() => checked && work.run(checked.csv)}
          >
            {checked && good > 0 ? `Import ${countOf(good, 'code')}` : 'Import'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="m-0 text-ink-2">
          The first line names the columns: <code>value</code> for the code and, where wanted,{' '}
          <code>usageLimit</code>, <code>profileLimit</code>, <code>discountLimit</code>,{' '}
          <code>recipientIntegrationId</code>, <code>startDate</code>, <code>expiryDate</code>,{' '}
          <code>isReservationMandatory</code>, <code>implicitlyReserved</code>, <code>reservationLimit</code>,{' '}
          <code>attributes</code> (as a JSON object). An exported list of codes can be imported as it is.
        </p>
        {checked ? <Report checked={checked} /> : null}
        {choosing.isPending ? <Progress label="Checking the file…" /> : null}
        {work.isPending ? (
          <Progress label="Importing…" done={work.done} total={work.total} onCancel={work.stop} />
        ) : null}
        {fault ? (
          <ErrorNote message={fault.problems[0]?.message ?? fault.message} next="Nothing was imported." />
        ) : null}
      </div>
    </Dialog>
  );
}

async function chooseAndCheck(campaignId: number): Promise<Checked | null> {
  const file = await client.chooseCouponFile();
  if (!file) return null;
  const report = await client.importCoupons(campaignId, { csv: file.csv, skipBadRows: true }, true);
  return { ...file, report };
}

const columns: readonly TableColumn<CouponRowProblemView>[] = [
  { id: 'line', header: 'Line', isFigure: true, width: '56px', render: (row) => row.line },
  { id: 'column', header: 'Column', width: '160px', render: (row) => <code>{row.column || '–'}</code> },
  { id: 'message', header: 'What to mend', render: (row) => row.message },
];

function Report({ checked: { name, report } }: { checked: Checked }) {
  const { problems, moreProblems, imported } = report;
  const bad = problems.length + moreProblems;
  if (bad === 0) {
    return (
      <Note>
        “{name}”: all {countOf(imported, 'row')} can be imported.
      </Note>
    );
  }
  return (
    <>
      <Note tone="warn">
        “{name}”: {countOf(imported, 'row')} can be imported, {countOf(bad, 'mistake')} must be mended first
        or left out.
      </Note>
      <div className="max-h-72 overflow-auto rounded-md border border-line">
        <Table
          label="Mistakes in the file"
          columns={columns}
          rows={problems}
          rowId={(row) => `${row.line}/${row.column}`}
        />
      </div>
      {moreProblems > 0 ? (
        <p className="m-0 text-sm text-ink-3">and {countOf(moreProblems, 'more mistake')}</p>
      ) : null}
    </>
  );
}
