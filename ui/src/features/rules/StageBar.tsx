import { useInfiniteQuery } from '@tanstack/react-query';
import { sessionsQuery } from '../../api/queries';
import type { SessionRowView, VocabularyView } from '../../api/types';
import { Select } from '../../kit/Select';
import { formatMoney } from '../../lib/money';

/** Which session and event the rules are tried against. */
export type Trial = { sessionId: string | null; eventType: string | null };

export type StageBarProps = {
  trial: Trial;
  sessions: readonly SessionRowView[];
  vocabulary: VocabularyView;
  currency: string;
  onChange: (trial: Trial) => void;
};

/** The sessions there are to try on, latest change first. */
export function useTrialSessions(): readonly SessionRowView[] {
  const pages = useInfiniteQuery(sessionsQuery({})).data?.pages ?? [];
  return pages.flatMap((page) => page.rows);
}

/** Says what the live verdict is about, and lets it be about something else. */
export function StageBar({ trial, sessions, vocabulary, currency, onChange }: StageBarProps) {
  if (sessions.length === 0) {
    return (
      <p className="m-0 text-sm text-ink-3">
        There is no session yet. Fill a cart on the Stage and every condition here shows what it finds.
      </p>
    );
  }
  return (
    <div className="flex min-w-0 items-center gap-1.5 whitespace-nowrap text-sm text-ink-2">
      <span>Tried on</span>
      <Select
        hideLabel
        label="Session the rules are tried on"
        value={trial.sessionId}
        onChange={(sessionId) => onChange({ ...trial, sessionId })}
        choices={sessions.map((session, index) => sessionChoice(session, index, currency))}
        className="min-w-24 max-w-60 flex-1"
      />
      <span>as if</span>
      <Select
        hideLabel
        label="Event the rules are tried with"
        value={trial.eventType ?? updated}
        onChange={(eventType) => onChange({ ...trial, eventType: eventType === updated ? null : eventType })}
        choices={eventChoices(vocabulary)}
        className="min-w-24 max-w-52 flex-1"
      />
      <span>happened now</span>
    </div>
  );
}

const updated = 'talon_session_updated';

function sessionChoice(session: SessionRowView, index: number, currency: string) {
  const who = session.profileId ?? 'anonymous';
  const latest = index === 0 ? 'latest · ' : '';
  return {
    id: session.id,
    label: session.id,
    description: `${latest}${who} · ${session.state.replace('_', ' ')} · ${formatMoney(session.total, currency)}`,
  };
}

function eventChoices(vocabulary: VocabularyView) {
  const choices = vocabulary.events.map(({ eventType, title }) => ({
    id: eventType,
    label: title || eventType,
  }));
  const isThere = choices.some((choice) => choice.id === updated);
  return isThere ? choices : [{ id: updated, label: 'Session updated' }, ...choices];
}
