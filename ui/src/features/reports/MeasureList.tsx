import { Sigma, X } from 'lucide-react';
import { useState } from 'react';
import type { Calculation, ColumnView, Measure, Preset } from '../../api/types';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Popover } from '../../kit/Popover';
import { Select } from '../../kit/Select';
import { withMeasure } from './report';
import { calculationWords } from './words';

export type MeasureListProps = {
  report: Preset;
  offered: readonly ColumnView[];
  onReport: (report: Preset) => void;
};

/** What is counted and added up; with any of them rows become groups. */
export function MeasureList({ report, offered, onReport }: MeasureListProps) {
  const measures = report.measures ?? [];
  const title = (name: string | null | undefined) =>
    offered.find(({ column }) => column === name)?.title ?? name ?? '';
  return (
    <section aria-label="Sums and counts" className="flex flex-col gap-1">
      <div className="flex items-center justify-between">
        <h3 className="m-0 text-sm font-medium text-ink-2">Sums and counts</h3>
        <Popover
          label="Add a sum or a count"
          placement="bottom end"
          trigger={
            <Button icon={Sigma} tone="quiet" size="small">
              Add
            </Button>
          }
        >
          {(close) => (
            <MeasureForm
              offered={offered}
              onAdd={(measure) => {
                onReport(withMeasure(report, measure));
                close();
              }}
            />
          )}
        </Popover>
      </div>
      {measures.length === 0 ? (
        <p className="m-0 text-sm text-ink-3">None: every row is shown by itself.</p>
      ) : (
        <ul className="m-0 list-none rounded-md border border-line p-0">
          {measures.map((one, place) => {
            const words = `${calculationWords[one.calculate]} ${title(one.of)}`.trim();
            const says = one.title ? `${one.title} (${words})` : words;
            return (
              <li key={`${one.calculate} ${one.of}`} className="flex h-7 items-center gap-1 pl-2">
                <span className="min-w-0 flex-1 truncate" title={says}>
                  {says}
                </span>
                <IconButton
                  label={`Take out: ${says}`}
                  icon={X}
                  size="smallIcon"
                  onPress={() =>
                    onReport({ ...report, measures: measures.filter((_, index) => index !== place) })
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type MeasureFormProps = { offered: readonly ColumnView[]; onAdd: (measure: Measure) => void };

const calculations: readonly Calculation[] = ['count', 'sum', 'distinct'];

function MeasureForm({ offered, onAdd }: MeasureFormProps) {
  const [calculate, setCalculate] = useState<Calculation>('count');
  const [of, setOf] = useState<string | null>(null);
  const fitting = offered.filter(
    ({ kind }) => calculate !== 'sum' || kind === 'count' || kind === 'money' || kind === 'number',
  );
  const isReady = calculate === 'count' || of !== null;
  return (
    <div className="flex w-64 flex-col gap-3">
      <Select
        label="Calculate"
        value={calculate}
        choices={calculations.map((id) => ({ id, label: calculationWords[id] }))}
        onChange={(id) => {
          setCalculate(calculations.find((one) => one === id) ?? 'count');
          setOf(null);
        }}
      />
      {calculate === 'count' ? null : (
        <Select
          label="Column"
          value={of}
          choices={fitting.map(({ column, title }) => ({ id: column, label: title }))}
          onChange={setOf}
        />
      )}
      <div className="flex justify-end">
        <Button
          tone="primary"
          disabledReason={isReady ? null : 'Choose a column first.'}
          onPress={() => onAdd(calculate === 'count' ? { calculate } : { calculate, of })}
        >
          Add
        </Button>
      </div>
    </div>
  );
}
