import type { OutcomeView } from '../../../api/types';
import { Money } from '../../../kit/Money';
import { useCurrency } from './useCurrency';

/** What a request would do: the events it makes, the effects it gives, and what a tester should know. */
export function OutcomePreview({ outcome }: { outcome: OutcomeView }) {
  const currency = useCurrency();
  const { events, effects, notes } = outcome;
  return (
    <div className="flex flex-col gap-1">
      <p className="m-0">
        {events.length === 0 ? 'It would make no event.' : 'It would make '}
        {events.length === 0 ? null : <code>{events.join(', ')}</code>}
        {effects.length === 0 ? ' and give nothing.' : ' and give:'}
      </p>
      {effects.length === 0 ? null : (
        <ul aria-label="Effects of the preview" className="m-0 list-none p-0">
          {effects
            .map((effect, at) => ({ effect, at }))
            .map(({ effect, at }) => (
              <li key={at} className="flex items-baseline gap-3 border-line border-t py-0.5">
                <span className="min-w-0 flex-1 break-words">{effect.sentence}</span>
                {effect.amount === null ? null : <Money amount={effect.amount} currency={currency} />}
              </li>
            ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className="m-0 text-sm text-ink-3">
          {note}
        </p>
      ))}
    </div>
  );
}
