import type { QueryView } from '../../src/api/types';

const keys = [
  { text: 'type:', says: 'Event type', ends: false },
  { text: 'state:', says: 'State of the session afterwards', ends: false },
  { text: 'total:', says: 'Total before discounts: >50, 10..20', ends: false },
];
const types = ['pageview', 'talon_session_closed'].map((text) => ({ text, says: '', ends: true }));

/** Knows the keys above and that `foo:` is none. */
export function queryOf(text: string, cursor: number): QueryView {
  const start = text.lastIndexOf(' ', cursor - 1) + 1;
  const term = text.slice(start, cursor);
  const wrong = text.indexOf('foo:');
  const message = '"foo" is nothing to search by. Use type, state or total, or put the whole text in quotes.';
  return {
    mistake: wrong < 0 ? null : { start: wrong, end: wrong + 3, message },
    start: term.startsWith('type:') ? start + 5 : start,
    end: cursor,
    choices: term.startsWith('type:')
      ? types.filter((choice) => choice.text.startsWith(term.slice(5)))
      : keys.filter((choice) => choice.text.startsWith(term)),
  };
}
