import { useMutation, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { refusalOf } from '../../api/refusal';
import { reportProgressQuery } from '../../api/reports';
import type { Preset } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { ErrorNote } from '../../kit/ErrorNote';
import { Progress } from '../../kit/Progress';
import { Select } from '../../kit/Select';
import { showToast } from '../../kit/Toasts';
import { countOf } from '../../lib/text';
import { useReportsView } from './view';
import { csvStyles, formats } from './words';

export type WriteFooterProps = {
  report: Preset;
  /** How many rows there are. */
  says: string;
  /** Why it cannot be written now. */
  whyNot: string | null;
};

/** Row count, format, and the button that writes the file; progress and a way to stop while it is written. */
export function WriteFooter({ report, says, whyNot }: WriteFooterProps) {
  const { format, chooseFormat, csv, chooseCsv } = useReportsView();
  const style = csvStyles.find(({ id }) => id === csv)?.style ?? { separator: ',', byteOrderMark: false };
  const writing = useMutation({
    mutationFn: () => client.writeReport(report, format, style),
    onSuccess: (written) => {
      if (!written) return;
      const title = `Wrote ${countOf(written.rows, 'row')}`;
      showToast({ title, detail: written.path, tone: 'good' });
    },
  });
  useCommands([
    {
      id: 'reports.write',
      title: 'Write the report to a file…',
      group: 'Reports',
      disabledReason: whyNot,
      run: () => writing.mutate(),
    },
  ]);
  const refusal = writing.error ? refusalOf(writing.error) : null;
  return (
    <footer className="flex shrink-0 flex-col gap-2 border-line border-t px-3 py-2">
      {refusal && refusal.code !== 'cancelled' ? (
        <ErrorNote message={refusal.message} next="Nothing was written." />
      ) : null}
      {writing.isPending ? <Writing /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="m-0 min-w-0 flex-1 truncate text-ink-2">
          {says}
        </p>
        <Select
          label="Format"
          hideLabel
          value={format}
          choices={formats}
          onChange={(id) => chooseFormat(formats.find((one) => one.id === id)?.id ?? 'xlsx')}
          className="w-40"
        />
        {format === 'csv' ? (
          <Select
            label="Between the cells"
            hideLabel
            value={csv}
            choices={csvStyles}
            onChange={chooseCsv}
            className="w-44"
          />
        ) : null}
        <Button
          tone="primary"
          isPending={writing.isPending}
          disabledReason={whyNot}
          onPress={() => writing.mutate()}
        >
          Choose file and write
        </Button>
      </div>
    </footer>
  );
}

function Writing() {
  const seen = useQuery(reportProgressQuery(true)).data;
  const total = seen && seen.total > 0 ? { total: seen.total } : {};
  return (
    <Progress
      label="Writing the report…"
      done={seen?.done ?? 0}
      {...total}
      onCancel={() => void client.stopReport()}
    />
  );
}
