import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ColumnView, Preset } from '../../api/types';
import { Button } from '../../kit/Button';
import { Checkbox } from '../../kit/Checkbox';
import { Popover } from '../../kit/Popover';
import { SearchField } from '../../kit/SearchField';
import { withColumn } from './report';

export type ColumnPickerProps = {
  report: Preset;
  offered: readonly ColumnView[];
  onReport: (report: Preset) => void;
};

/** Every column the report can have, to be ticked. */
export function ColumnPicker(props: ColumnPickerProps) {
  return (
    <Popover
      label="Choose columns"
      placement="bottom end"
      trigger={
        <Button icon={Plus} tone="quiet" size="small">
          Choose columns
        </Button>
      }
    >
      <Choices {...props} />
    </Popover>
  );
}

function Choices({ report, offered, onReport }: ColumnPickerProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = offered.filter(({ title, column }) => `${title} ${column}`.toLowerCase().includes(wanted));
  return (
    <div className="flex max-h-96 w-64 flex-col gap-2">
      <SearchField label="Find a column" placeholder="Find a column…" value={text} onChange={setText} />
      <div className="min-h-0 flex-1 overflow-auto">
        {found.map(({ column, title }) => (
          <Checkbox
            key={column}
            label={title}
            isSelected={report.columns.some((one) => one.column === column)}
            onChange={(isShown) => onReport(withColumn(report, column, isShown))}
          />
        ))}
        {found.length === 0 ? <p className="m-0 text-ink-3">No column has these letters.</p> : null}
      </div>
    </div>
  );
}
