import type { Calculation, CsvStyle, Grain, NumberFormat, ReportFormat } from '../../api/types';

/** What a row can be, in words. */
export const grainWords: Record<Grain, { label: string; rows: string; says: string }> = {
  event: { label: 'Event', rows: 'event', says: 'One row for each event.' },
  effect: { label: 'Effect', rows: 'effect', says: 'One row for each effect of an event.' },
  cartLine: {
    label: 'Cart line',
    rows: 'cart line',
    says: 'One row for each line of the cart after an event.',
  },
  session: {
    label: 'Session',
    rows: 'session',
    says: 'One row for each session, as its last matching event left it.',
  },
  ruleDecision: {
    label: 'Rule decision',
    rows: 'rule decision',
    says: 'One row for each rule at each event: fired, not met, excluded or failed.',
  },
  attribute: { label: 'Attribute', rows: 'attribute', says: 'One row for each attribute of the dictionary.' },
};

export const calculationWords: Record<Calculation, string> = {
  count: 'Number of rows',
  sum: 'Sum of',
  distinct: 'Different values of',
};

export const formats: readonly { id: ReportFormat; label: string; description: string }[] = [
  {
    id: 'xlsx',
    label: 'Excel workbook',
    description: 'Typed cells, a filter, and a sheet that says how it was made',
  },
  { id: 'csv', label: 'CSV', description: 'Opens in any spreadsheet; holds no formulas' },
  { id: 'json', label: 'JSON', description: 'One list of objects' },
  { id: 'ndjson', label: 'NDJSON', description: 'One object a line' },
  { id: 'parquet', label: 'Parquet', description: 'Typed columns for data tools' },
  { id: 'html', label: 'Page to print', description: 'One HTML file' },
];

/** How a CSV is written, as somebody chooses it. */
export const csvStyles: readonly { id: string; label: string; style: CsvStyle }[] = [
  { id: 'plain', label: 'Commas', style: { separator: ',', byteOrderMark: false } },
  { id: 'excel', label: 'Commas, for Excel', style: { separator: ',', byteOrderMark: true } },
  { id: 'semicolons', label: 'Semicolons, for Excel', style: { separator: ';', byteOrderMark: true } },
  { id: 'tabs', label: 'Tabs', style: { separator: '\t', byteOrderMark: false } },
];

export const numberFormats: readonly { id: NumberFormat; label: string }[] = [
  { id: 'point', label: '1234.50' },
  { id: 'comma', label: '1234,50' },
];
