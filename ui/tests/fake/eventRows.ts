import type { EventFacets, EventFilter, EventRowView, FacetValue, StateView } from '../../src/api/types';

type Kind = { type: string; title: string; builtIn: boolean; state: StateView | null };

const created: Kind = {
  type: 'talon_session_created',
  title: 'Session created',
  builtIn: true,
  state: 'open',
};
const updated: Kind = {
  type: 'talon_session_updated',
  title: 'Session updated',
  builtIn: true,
  state: 'open',
};
const pageview: Kind = { type: 'pageview', title: 'pageview', builtIn: false, state: 'open' };
const closed: Kind = {
  type: 'talon_session_closed',
  title: 'Session closed',
  builtIn: true,
  state: 'closed',
};
const returned: Kind = {
  type: 'talon_session_partially_returned',
  title: 'Items returned',
  builtIn: true,
  state: 'partially_returned',
};
const revoked: Kind = {
  type: 'talon_session_revoked',
  title: 'Session revoked',
  builtIn: true,
  state: 'cancelled',
};

const life = [created, pageview, updated, closed, returned, revoked] as const;
const customers = ['ana', 'ben', 'chloe', null, 'dilan', 'eva'] as const;
const eventCount = 240;
const start = Date.UTC(2026, 2, 4, 8, 0, 0);

/** Every event of the fake shop, newest first; six to a session. */
export const eventRows: EventRowView[] = Array.from({ length: eventCount }, (_, index) =>
  eventRow(eventCount - index),
);

/** One event by its place in the journal, from 1. */
export function eventRow(seq: number): EventRowView {
  const step = (seq - 1) % life.length;
  const kind = life[step] ?? pageview;
  const session = Math.floor((seq - 1) / life.length);
  const total = 40 + ((session * 37) % 160);
  const isOwed = total >= 100 && kind !== created && kind !== pageview;
  const discount = kind === revoked || kind === returned ? `-${total / 20}` : `${total / 10}`;
  return {
    seq: String(seq),
    at: new Date(start + session * 310_000 + step * 41_000).toISOString(),
    eventType: kind.type,
    title: kind.title,
    builtIn: kind.builtIn,
    profileId: customers[session % customers.length] ?? null,
    sessionId: `cart-${session + 1}`,
    effects: kind === pageview ? 1 : isOwed ? 2 : 0,
    state: kind.state,
    total: `${total}.50`,
    discount: isOwed ? discount : '0',
    rejections: seq % 29 === 0 ? 1 : 0,
    source: seq % 4 === 0 ? 'till' : 'window',
  };
}

/** Whether an event fits a filter. */
export function fits(row: EventRowView, filter: EventFilter): boolean {
  return (
    (!filter.types?.length || filter.types.includes(row.eventType)) &&
    !filter.excludedTypes?.includes(row.eventType) &&
    (!filter.session || row.sessionId === filter.session) &&
    (!filter.profile || row.profileId === filter.profile) &&
    (!filter.states?.length || (row.state !== null && filter.states.includes(row.state))) &&
    !(row.state !== null && filter.excludedStates?.includes(row.state)) &&
    !(row.effects > 0 && filter.excludedCampaigns?.includes(1)) &&
    (!filter.rejections?.length || row.rejections > 0) &&
    !(row.rejections > 0 && filter.excludedRejections?.length) &&
    (!filter.sources?.length || filter.sources.includes(row.source)) &&
    !filter.excludedSources?.includes(row.source) &&
    (!filter.from || row.at >= filter.from) &&
    (!filter.until || row.at < filter.until) &&
    fitsQuery(row, filter.text ?? '')
  );
}

/** Of the query language the fake shop knows words and `type:`. */
function fitsQuery(row: EventRowView, query: string): boolean {
  return query
    .split(' ')
    .every((term) =>
      term.startsWith('type:') ? row.eventType === term.slice(5) : JSON.stringify(row).includes(term),
    );
}

/** What occurs among some events. */
export function facetsOf(rows: readonly EventRowView[]): EventFacets {
  const withEffects = rows.filter((row) => row.effects > 0).length;
  return {
    types: counted(rows, (row) => [row.eventType, row.title]),
    states: counted(rows, (row) => row.state && [row.state, stateTitles[row.state]]),
    campaigns: withEffects === 0 ? [] : [{ value: '1', label: 'Ten percent from 100', count: withEffects }],
    effectTypes: counted(
      rows.filter((row) => row.effects > 0),
      (row) =>
        row.eventType === 'pageview' ? ['showNotification', 'Notification'] : ['setDiscount', 'Discount'],
    ),
    rejections: counted(
      rows.filter((row) => row.rejections > 0),
      () => ['CouponExpired', 'CouponExpired'],
    ),
    sources: counted(rows, (row) => [row.source, row.source]),
    histogram: histogramOf(rows),
  };
}

const stateTitles: Record<StateView, string> = {
  open: 'Open',
  closed: 'Closed',
  partially_returned: 'Partially returned',
  cancelled: 'Cancelled',
};

function counted(
  rows: readonly EventRowView[],
  read: (row: EventRowView) => readonly [value: string, label: string] | null,
): FacetValue[] {
  const counts = new Map<string, FacetValue>();
  for (const row of rows) {
    const found = read(row);
    if (!found) continue;
    const [value, label] = found;
    const facet = counts.get(value) ?? { value, label, count: 0 };
    counts.set(value, { ...facet, count: facet.count + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}

function histogramOf(rows: readonly EventRowView[]): EventFacets['histogram'] {
  const times = rows.map((row) => Date.parse(row.at));
  if (times.length === 0) return [];
  const from = Math.min(...times);
  const span = Math.ceil((Math.max(...times) - from + 1000) / 40);
  return Array.from({ length: 40 }, (_, index) => ({
    from: new Date(from + index * span).toISOString(),
    until: new Date(from + (index + 1) * span).toISOString(),
    count: times.filter((time) => Math.floor((time - from) / span) === index).length,
  }));
}
