import { create } from 'zustand';
import type { Preset, ReportFormat } from '../../api/types';
import { recall, remember } from '../../lib/memory';
import { formats } from './words';

type ReportsView = {
  /** The report being made; `null` until one is chosen. */
  report: Preset | null;
  /** Opens a report, or changes the open one. */
  show: (report: Preset) => void;
  format: ReportFormat;
  chooseFormat: (format: ReportFormat) => void;
  /** How a CSV is written. */
  csv: string;
  chooseCsv: (csv: string) => void;
};

/** How the reports screen stands; what was chosen survives going to another screen. */
export const useReportsView = create<ReportsView>((set) => ({
  report: null,
  show: (report) => set({ report }),
  format: formats.find(({ id }) => id === recall('reports.format'))?.id ?? 'xlsx',
  chooseFormat: (format) => {
    remember('reports.format', format);
    set({ format });
  },
  csv: recall('reports.csv') ?? 'plain',
  chooseCsv: (csv) => {
    remember('reports.csv', csv);
    set({ csv });
  },
}));
