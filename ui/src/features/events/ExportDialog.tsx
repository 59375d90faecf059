import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import type { ExportFormat } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { KeyValue } from '../../kit/KeyValue';
import { Progress } from '../../kit/Progress';
import { Segmented } from '../../kit/Segmented';
import { showToast } from '../../kit/Toasts';
import { countOf } from '../../lib/text';
import type { FilterChip } from './chips';
import { columnNames } from './columnNames';
import type { EventsSearch } from './filter';
import { useEventsView } from './view';

export type ExportDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  filter: EventsSearch;
  chips: readonly FilterChip[];
  /** How many events match. */
  total: number;
};

/** Writes what the table shows to a file: the same rows, columns and filters. */
export function ExportDialog({ isOpen, onClose, filter, chips, total }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('csv');
  const hidden = useEventsView((view) => view.hiddenColumns);
  const columns = columnNames.filter(({ id }) => !hidden.includes(id));
  const write = useMutation({
    mutationFn: () =>
      client.exportEvents(
        filter,
        columns.map(({ id }) => id),
        format,
      ),
    onSuccess: (written) => {
      if (!written) return;
      showToast({ title: `Exported ${countOf(written.rows, 'event')}`, detail: written.path });
      onClose();
    },
  });
  return (
    <Dialog
      title="Export events"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isPending={write.isPending}
            disabledReason={
              total === 0 ? 'Nothing matches the filters, so there is nothing to export.' : null
            }
            onPress={() => write.mutate()}
          >
            Choose file and export
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="m-0">
          Exports what is shown: {countOf(total, 'row')}, these columns, these filters, newest first.
        </p>
        <Segmented
          label="Format"
          value={format}
          onChange={(id) => setFormat(id === 'json' ? 'json' : 'csv')}
          choices={formats}
          className="self-start"
        />
        <KeyValue
          items={[
            { key: 'Columns', value: columns.map(({ title }) => title).join(', ') },
            { key: 'Filters', value: sayFilters(filter, chips) },
            { key: 'File', value: fileMeanings[format] },
          ]}
        />
        {write.isPending ? <Progress label="Writing the file…" /> : null}
        {write.error ? (
          <ErrorNote message={write.error.message} next="Nothing was written. Try another file." />
        ) : null}
      </div>
    </Dialog>
  );
}

const formats = [
  { id: 'csv', label: 'CSV' },
  { id: 'json', label: 'JSON' },
];

const fileMeanings: Record<ExportFormat, string> = {
  csv: 'One header line, one line for each event; opens in any spreadsheet. Times are in UTC.',
  json: 'One list with an object for each event. Times are in UTC.',
};

function sayFilters(filter: EventsSearch, chips: readonly FilterChip[]): string {
  const text = filter.text === undefined ? [] : [`text “${filter.text}”`];
  const parts = [...text, ...chips.map((chip) => `${chip.name} ${chip.value}`)];
  return parts.length === 0 ? 'None: every event' : parts.join(' · ');
}
