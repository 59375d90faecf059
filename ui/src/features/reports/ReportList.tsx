import { FilePlus2, FolderOpen, Save } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';
import { client } from '../../api/client';
import { refusalOf } from '../../api/refusal';
import type { GrainView, Preset } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { PanelHeader } from '../../kit/Panel';
import { showToast } from '../../kit/Toasts';
import { freshReport } from './report';

export type ReportListProps = {
  presets: readonly Preset[];
  catalogue: readonly GrainView[];
  report: Preset;
  onReport: (report: Preset) => void;
};

/** The reports that come with the program, and one's own as files. */
export function ReportList({ presets, catalogue, report, onReport }: ReportListProps) {
  const [events] = catalogue;
  const startNew = () => {
    if (events) onReport(freshReport(events));
  };
  const open = () => void openReport(onReport);
  const save = () => void saveReport(report);
  useCommands([
    { id: 'reports.new', title: 'New report', group: 'Reports', run: startNew },
    { id: 'reports.open', title: 'Open a report…', group: 'Reports', run: open },
    { id: 'reports.save', title: 'Save the report…', group: 'Reports', run: save },
  ]);
  const chosen = presets.find((preset) => preset.name === report.name)?.name;
  return (
    <>
      <PanelHeader title="Reports" />
      <GridList
        aria-label="Reports that come with Tillroll"
        items={presets.map((preset) => ({ ...preset, id: preset.name }))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [first] = keys;
          const preset = presets.find(({ name }) => name === first);
          if (preset) onReport(preset);
        }}
        className="min-h-0 flex-1 overflow-auto p-1 outline-none"
      >
        {(preset) => (
          <GridListItem
            id={preset.name}
            textValue={preset.name}
            className="ring-inside cursor-default rounded-md px-2 py-1 outline-none data-[hovered]:bg-hover data-[selected]:bg-accent-soft"
          >
            <span className="block font-medium">{preset.name}</span>
            <span className="block text-sm text-ink-2">{preset.description}</span>
          </GridListItem>
        )}
      </GridList>
      <div className="flex shrink-0 flex-col items-start gap-1 border-line border-t p-2">
        <Button icon={FilePlus2} tone="quiet" onPress={startNew}>
          New report
        </Button>
        <Button icon={FolderOpen} tone="quiet" onPress={open}>
          Open a report…
        </Button>
        <Button icon={Save} tone="quiet" onPress={save}>
          Save this report…
        </Button>
      </div>
    </>
  );
}

async function openReport(onReport: (report: Preset) => void): Promise<void> {
  try {
    const opened = await client.openReportPreset();
    if (opened) onReport(opened);
  } catch (reason) {
    const refusal = refusalOf(reason);
    const [first] = refusal.problems;
    const detail = first ? `${first.message} At ${first.field}` : refusal.message;
    showToast({ title: 'The report could not be opened', detail, tone: 'bad' });
  }
}

async function saveReport(report: Preset): Promise<void> {
  try {
    const path = await client.saveReportPreset(report);
    if (path !== null) showToast({ title: 'Report saved', detail: path, tone: 'good' });
  } catch (reason) {
    showToast({ title: 'The report could not be saved', detail: refusalOf(reason).message, tone: 'bad' });
  }
}
