import { useState } from 'react';
import type { GrainView, Preset } from '../../api/types';
import { ComboBox } from '../../kit/ComboBox';
import { PanelHeader } from '../../kit/Panel';
import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import { TextField } from '../../kit/TextField';
import { ColumnList } from './ColumnList';
import { ColumnPicker } from './ColumnPicker';
import { FilterFields } from './FilterFields';
import { MeasureList } from './MeasureList';
import { columnsOf, withGrain } from './report';
import { grainWords, numberFormats } from './words';

export type ReportChoicesProps = {
  report: Preset;
  catalogue: readonly GrainView[];
  onReport: (report: Preset) => void;
};

/** Everything that can be chosen about a report. */
export function ReportChoices({ report, catalogue, onReport }: ReportChoicesProps) {
  const offered = columnsOf(catalogue, report.grain);
  const isGrouped = (report.measures ?? []).length > 0;
  return (
    <>
      <PanelHeader title="What is in it" />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-3">
        <TextField
          label="Name"
          value={report.name}
          maxLength={200}
          onChange={(name) => onReport({ ...report, name })}
        />
        <Select
          label="One row for each"
          value={report.grain}
          choices={catalogue.map(({ grain }) => ({ id: grain, label: grainWords[grain].label }))}
          description={grainWords[report.grain].says}
          onChange={(id) => {
            const grain = catalogue.find((one) => one.grain === id);
            if (grain) onReport(withGrain(report, grain));
          }}
        />
        <section aria-label={isGrouped ? 'Grouped by' : 'Columns'} className="flex flex-col gap-1">
          <div className="flex items-center justify-between">
            <h3 className="m-0 text-sm font-medium text-ink-2">{isGrouped ? 'Grouped by' : 'Columns'}</h3>
            <ColumnPicker report={report} offered={offered} onReport={onReport} />
          </div>
          <ColumnList report={report} offered={offered} onReport={onReport} />
        </section>
        <MeasureList report={report} offered={offered} onReport={onReport} />
        {report.grain === 'attribute' ? null : <FilterFields report={report} onReport={onReport} />}
        <ZoneAndNumbers report={report} onReport={onReport} />
      </div>
    </>
  );
}

type ZoneAndNumbersProps = { report: Preset; onReport: (report: Preset) => void };

function ZoneAndNumbers({ report, onReport }: ZoneAndNumbersProps) {
  const [zones] = useState(() => [
    'UTC',
    ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
  ]);
  return (
    <div className="flex flex-col gap-3">
      <ComboBox
        label="Time zone"
        value={report.zone ?? 'UTC'}
        choices={zones.map((zone) => ({ id: zone, label: zone }))}
        description="Of times and days."
        onChange={(zone) => {
          if (zone !== null) onReport({ ...report, zone });
        }}
      />
      <div className="flex flex-col gap-1">
        <span className="text-sm font-medium text-ink-2">Numbers</span>
        <Segmented
          label="Numbers"
          value={report.numbers ?? 'point'}
          choices={numberFormats}
          onChange={(id) => onReport({ ...report, numbers: id === 'comma' ? 'comma' : 'point' })}
          className="self-start"
        />
        <span className="text-sm text-ink-3">
          In CSV and on paper; other formats write them their own way.
        </span>
      </div>
    </div>
  );
}
