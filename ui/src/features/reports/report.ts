import type {
  ColumnView,
  EventFilter,
  Grain,
  GrainView,
  Measure,
  Preset,
  PresetColumn,
} from '../../api/types';

/** The form of a preset file this program writes. */
const version = 1;

/** The columns a new report of a grain begins with: the first few of the catalogue. */
const firstColumns = 6;

/** A report with the first columns of its grain and every event. */
export function freshReport(grain: GrainView): Preset {
  return {
    version,
    name: 'New report',
    description: '',
    grain: grain.grain,
    columns: grain.columns.slice(0, firstColumns).map(({ column }) => ({ column })),
    measures: [],
    filter: {},
    zone: 'UTC',
    numbers: 'point',
  };
}

/** The columns of a grain in this workspace. */
export function columnsOf(catalogue: readonly GrainView[], grain: Grain): readonly ColumnView[] {
  return catalogue.find((one) => one.grain === grain)?.columns ?? [];
}

/** The report with rows of another kind: columns the new kind has too stay, and when none does it begins anew. */
export function withGrain(report: Preset, grain: GrainView): Preset {
  const has = (name: string | null | undefined) => grain.columns.some(({ column }) => column === name);
  const columns = report.columns.filter(({ column }) => has(column));
  const measures = (report.measures ?? []).filter((one) => one.calculate === 'count' || has(one.of));
  const { columns: fresh } = freshReport(grain);
  return { ...report, grain: grain.grain, measures, columns: columns.length > 0 ? columns : fresh };
}

/** The report with a column more or less. */
export function withColumn(report: Preset, column: string, isShown: boolean): Preset {
  const others = report.columns.filter((one) => one.column !== column);
  return { ...report, columns: isShown ? [...others, { column }] : others };
}

/** The report with its columns `moved` put before or after the column `target`. */
export function withMoved(
  report: Preset,
  moved: readonly string[],
  target: string,
  isAfter: boolean,
): Preset {
  const going = report.columns.filter(({ column }) => moved.includes(column));
  const staying = report.columns.filter(({ column }) => !moved.includes(column));
  const place = staying.findIndex(({ column }) => column === target);
  if (place < 0) return report;
  const cut = isAfter ? place + 1 : place;
  return { ...report, columns: [...staying.slice(0, cut), ...going, ...staying.slice(cut)] };
}

/** The report with a column under another title; an empty one is the catalogue's again. */
export function withTitle(report: Preset, column: string, title: string): Preset {
  const renamed = (one: PresetColumn): PresetColumn =>
    title.trim() === '' ? { column: one.column } : { column: one.column, title: title.trim() };
  return { ...report, columns: report.columns.map((one) => (one.column === column ? renamed(one) : one)) };
}

/** The report with another calculation; the same one twice is one. */
export function withMeasure(report: Preset, measure: Measure): Preset {
  const others = (report.measures ?? []).filter(
    (one) => one.calculate !== measure.calculate || (one.of ?? null) !== (measure.of ?? null),
  );
  return { ...report, measures: [...others, measure] };
}

/** The parts of a filter besides the query, each as words and without it. */
export function filterParts(filter: EventFilter): { id: string; says: string; without: EventFilter }[] {
  return Object.entries(filter)
    .filter(([name, value]) => name !== 'text' && isSaid(value))
    .map(([name, value]) => {
      const { [name as keyof EventFilter]: _, ...without } = filter;
      return { id: name, says: `${partNames[name] ?? name}: ${sayValue(value)}`, without };
    });
}

const partNames: Record<string, string> = {
  types: 'Events',
  excludedTypes: 'Not events',
  session: 'Session',
  profile: 'Customer',
  campaign: 'Campaign number',
  effectType: 'Effect',
  states: 'State',
  excludedStates: 'Not state',
  excludedCampaigns: 'Not campaign numbers',
  excludedEffectTypes: 'Not effects',
  rejections: 'Rejected for',
  excludedRejections: 'Not rejected for',
  sources: 'Source',
  excludedSources: 'Not source',
  from: 'From',
  until: 'Before',
  attributes: 'Attributes',
};

function isSaid(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

function sayValue(value: unknown): string {
  const one = (part: unknown) => (typeof part === 'object' ? JSON.stringify(part) : String(part));
  return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}
