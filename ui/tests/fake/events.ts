import { emit } from '@tauri-apps/api/event';
import type { EventFilter, EventRowView, OutcomeView } from '../../src/api/types';
import type { Answer, World } from '../fake-host';
import { eventDetail } from './eventDetail';
import { eventRow, eventRows, facetsOf, fits } from './eventRows';
import { queryOf } from './query';

export function eventAnswers(world: World): Record<string, Answer> {
  let all: EventRowView[] = world === 'empty' ? [] : eventRows;
  return {
    events: ({ filter, after, limit }) => {
      const matching = all.filter((row) => fits(row, filter as EventFilter));
      const from = after === null ? 0 : matching.findIndex((row) => row.seq === after) + 1;
      const rows = matching.slice(from, from + Number(limit));
      const hasMore = from + rows.length < matching.length;
      return { rows, next: hasMore ? (rows.at(-1)?.seq ?? null) : null, total: matching.length };
    },
    event_facets: ({ filter }) => facetsOf(all.filter((row) => fits(row, filter as EventFilter))),
    written_query: ({ text, cursor }) => queryOf(String(text), Number(cursor)),
    event: ({ seq }) => eventDetail(String(seq)),
    export_events: ({ filter, format }) => ({
      path: `/home/ana/Documents/events.${format}`,
      rows: all.filter((row) => fits(row, filter as EventFilter)).length,
    }),
    apply_request: ({ line, dry }) => {
      const outcome = outcomeOf(String(line), Boolean(dry), all.length + 1);
      if (!dry) {
        all = [eventRow(all.length + 1), ...all];
        void emit('stale-event', { kinds: ['events'] });
      }
      return outcome;
    },
  };
}

/** Sessions that are over refuse; everything else is an update. */
function outcomeOf(line: string, dry: boolean, seq: number): OutcomeView {
  if (line.includes('"cancelled"')) {
    const message = 'Cannot move session to state "cancelled" from state "cancelled"';
    throw { code: 'move', message, problems: [] };
  }
  if (/"quantity":\s*0\b/.test(line)) {
    const message = 'The quantity must be at least 1.';
    const problem = { field: '/cartItems/0/quantity', title: 'Invalid', message, start: null, end: null };
    throw { code: 'invalid', message: 'One field is not acceptable.', problems: [problem] };
  }
  const { effects, campaigns } = eventDetail('15');
  return {
    dry,
    seq: dry ? null : String(seq),
    events: [line.includes('trackEvent') ? 'pageview' : 'talon_session_updated'],
    session: null,
    profile: null,
    effects,
    fate: null,
    campaigns,
    notEvaluated: [],
    notes: ['Bound to the customer’s latest open session: our choice, see the settings.'],
  };
}
