import type {
  ColumnView,
  Grain,
  GrainView,
  Kind,
  Preset,
  ReportFormat,
  ReportPreview,
} from '../../src/api/types';
import type { Answer, World } from '../fake-host';

const column = (name: string, title: string, kind: Kind = 'text'): ColumnView => ({
  column: name,
  title,
  kind,
});

const ofEvent = [
  column('number', 'Number', 'count'),
  column('time', 'Time', 'time'),
  column('day', 'Day', 'day'),
  column('event', 'Event'),
  column('customer', 'Customer'),
  column('session', 'Session'),
  column('total', 'Total', 'money'),
  column('event.url', 'Event: Address of the page'),
];

const own: Record<Grain, ColumnView[]> = {
  event: [],
  effect: [
    column('campaign', 'Campaign'),
    column('effect', 'Effect'),
    column('given', 'Given', 'money'),
    column('rolledBack', 'Rolled back', 'money'),
  ],
  cartLine: [
    column('sku', 'SKU'),
    column('quantity', 'Quantity', 'count'),
    column('price', 'Price', 'money'),
  ],
  session: [column('created', 'Created', 'time'), column('units', 'Units', 'count')],
  ruleDecision: [column('rule', 'Rule'), column('verdict', 'Verdict')],
  attribute: [column('entity', 'Entity'), column('name', 'API name')],
};

const grains: readonly Grain[] = ['event', 'effect', 'cartLine', 'session', 'ruleDecision', 'attribute'];

const catalogue: GrainView[] = grains.map((grain) => ({
  grain,
  columns: grain === 'attribute' ? own[grain] : [...own[grain], ...ofEvent],
}));

const preset = (name: string, description: string, more: Partial<Preset>): Preset => ({
  version: 1,
  name,
  description,
  grain: 'event',
  columns: [],
  measures: [],
  filter: {},
  zone: 'UTC',
  numbers: 'point',
  ...more,
});

const presets: Preset[] = [
  preset('Event log', 'Every event, newest first, as the Events screen shows them.', {
    columns: ['number', 'time', 'event', 'customer', 'session', 'total'].map((name) => ({ column: name })),
  }),
  preset('Effects by campaign', 'How often each campaign gave each effect, and how much money that was.', {
    grain: 'effect',
    columns: [{ column: 'campaign' }, { column: 'effect' }],
    measures: [
      { calculate: 'count', title: 'Effects' },
      { calculate: 'sum', of: 'given', title: 'Given' },
    ],
    filter: { excludedTypes: ['talon_session_updated'] },
  }),
];

/** What stands in row `place` of a column. */
function cellOf(name: string, place: number): string {
  switch (name) {
    case 'number':
      return String(240 - place);
    case 'time':
      return `2026-03-01T09:${String(59 - (place % 60)).padStart(2, '0')}:00Z`;
    case 'event':
      return place % 3 === 0 ? 'talon_session_closed' : 'pageview';
    case 'customer':
      return place % 4 === 3 ? `crowd-1-0000${10 + place}` : 'ana';
    case 'session':
      return place % 3 === 0 ? `cart-${place}` : '';
    case 'campaign':
      return ['Ten percent from 50', 'Second mug half price', 'Harbour festival'][place % 3] ?? '';
    case 'effect':
      return 'setDiscount';
    default:
      return name === 'total' || name === 'given' ? `${12 + place}.50` : `${name} ${place}`;
  }
}

function preview(report: Preset, isEmpty: boolean): ReportPreview {
  const offered = catalogue.find(({ grain }) => grain === report.grain)?.columns ?? [];
  const unknown = report.columns.findIndex((one) => !offered.some((known) => known.column === one.column));
  if (unknown >= 0 || report.columns.length + (report.measures ?? []).length === 0) {
    const message = 'A report needs at least one column; choose one.';
    const problem = { field: '/columns', title: 'Limit', message, start: null, end: null };
    throw { code: 'invalid', message: 'One field is not acceptable.', problems: [problem] };
  }
  const measures = report.measures ?? [];
  const count = isEmpty ? 0 : measures.length > 0 ? 3 : 200;
  const rowOf = (_: unknown, place: number) => [
    ...report.columns.map((one) => cellOf(one.column, place)),
    ...measures.map((one) => (one.calculate === 'sum' ? `${90 - place}.00` : String(30 - place))),
  ];
  return {
    headings: [
      ...report.columns.map((one) => {
        const known = offered.find((candidate) => candidate.column === one.column);
        return { title: one.title ?? known?.title ?? one.column, kind: known?.kind ?? 'text' };
      }),
      ...measures.map((one) => ({
        title: one.title ?? (one.calculate === 'count' ? 'Count' : `Sum of ${one.of}`),
        kind: one.calculate === 'sum' ? ('money' as const) : ('count' as const),
      })),
    ],
    rows: Array.from({ length: count }, rowOf),
    total: isEmpty ? 0 : measures.length > 0 ? 3 : 240,
    events: isEmpty ? 0 : 240,
    madeUp: isEmpty ? 0 : 60,
  };
}

/** Two reports, and a file that is written at once. A crowd takes until it is stopped when its seed is 7. */
export function reportAnswers(world: World): Record<string, Answer> {
  let stop: (() => void) | undefined;
  return {
    report_catalogue: () => catalogue,
    report_presets: () => presets,
    report_preview: ({ preset: asked }) => preview(asked as Preset, world === 'empty'),
    report_progress: () => ({ done: 120, total: 240 }),
    write_report: ({ preset: asked, format }) => ({
      path: `/home/ana/Documents/${(asked as Preset).name}.${format as ReportFormat}`,
      rows: preview(asked as Preset, world === 'empty').total ?? 0,
    }),
    stop_report: () => null,
    save_report_preset: () => '/home/ana/Documents/mine.report.json',
    open_report_preset: () => presets[1],
    gather_crowd: ({ request }) => {
      const { customers, seed } = request as { customers: number; seed: number };
      if (seed === 2) {
        const message = 'The crowd of seed 2 is here already; choose another seed.';
        const problem = { field: '/seed', title: 'Taken', message, start: null, end: null };
        throw { code: 'invalid', message: 'One field is not acceptable.', problems: [problem] };
      }
      const seen = { events: customers * 8, refused: 0, firstRefusal: null, stopped: false };
      if (seed !== 7) return seen;
      return new Promise((resolve) => {
        stop = () => resolve({ ...seen, events: 12, stopped: true });
      });
    },
    crowd_progress: () => ({ done: 4_000, total: 10_000 }),
    stop_crowd: () => {
      stop?.();
      return null;
    },
  };
}
