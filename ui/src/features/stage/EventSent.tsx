import type { OutcomeView } from '../../api/types';
import { Tag } from '../../kit/Tag';
import { EffectList } from './EffectList';
import { Notes } from './Notes';

/** What a sent event led to. */
export function EventSent({ outcome, currency }: { outcome: OutcomeView; currency: string }) {
  return (
    <section aria-label="What came of it" role="status" className="rounded-md border border-line">
      <header className="flex items-center gap-2 px-3 py-2">
        <Tag tone="good">Sent</Tag>
        <span>{outcome.session ? `Bound to session ${outcome.session.id}.` : 'Bound to no session.'}</span>
      </header>
      {outcome.effects.length === 0 ? (
        <p className="m-0 border-line border-t px-3 py-2 text-ink-2">
          No rule gave anything. Open the event to read why.
        </p>
      ) : (
        <div className="border-line border-t">
          <EffectList effects={outcome.effects} currency={currency} />
        </div>
      )}
      <Notes notes={outcome.notes} />
    </section>
  );
}
