import type { OutcomeView } from '../../../api/types';
import { showToast } from '../../../kit/Toasts';
import { countOf } from '../../../lib/text';

/** Tells that a request was stored, with a way to its event. */
export function sayTriggered(outcome: OutcomeView, onGo: (seq: string) => void): void {
  const { seq, events, effects } = outcome;
  showToast({
    title: events.length === 0 ? 'Stored without an event' : `Triggered ${events.join(' and ')}`,
    detail: countOf(effects.length, 'effect'),
    ...(seq !== null && { action: { label: 'Open', onPress: () => onGo(seq) } }),
  });
}
