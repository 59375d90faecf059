import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useState } from 'react';
import { writtenQuery } from '../../api/queries';
import { QueryField, type QueryOffer } from '../../kit/QueryField';
import { useSettled } from '../../kit/useSettled';

const typingPauseMs = 250;
/** Nobody is told of a mistake in the middle of a word. */
const mistakePauseMs = 700;

const nothingOffered: QueryOffer = { start: 0, end: 0, choices: [] };

export type SearchTextProps = {
  text: string;
  onText: (text: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
};

/**
 * The query. What is typed takes effect after a short pause, or at once on Enter; what cannot be searched by is pointed
 * at instead, and the list stays as it was.
 */
export function SearchText({ text, onText, searchRef }: SearchTextProps) {
  const { typed, setTyped, send } = useTyped(text, onText);
  const [cursor, setCursor] = useState(0);
  const written = useQuery({
    ...writtenQuery(typed, Math.min(cursor, typed.length)),
    placeholderData: keepPreviousData,
  });
  const isRead = written.data !== undefined && !written.isPlaceholderData;
  const mistake = isRead ? written.data.mistake : null;
  const settled = useSettled(mistake, mistakePauseMs);
  const offer = isRead ? written.data : nothingOffered;
  // Where something is offered for the very place, that is of more help than a sentence.
  const isHelped = mistake !== null && isWithin(cursor, mistake) && offer.choices.length > 0;
  const shown = isHelped ? null : settled;
  const errorId = useId();
  const isReady = isRead && mistake === null;
  useEffect(() => {
    if (!isReady || typed.trim() === text) return;
    const pause = setTimeout(() => send(typed), typingPauseMs);
    return () => clearTimeout(pause);
  }, [isReady, typed, text, send]);
  return (
    <div className="min-w-48 max-w-2xl flex-1">
      <QueryField
        label="Search events"
        placeholder="Search, or type:pageview total:>50 -state:cancelled  ( / )"
        value={typed}
        onChange={setTyped}
        onCursor={setCursor}
        onSubmit={(submitted) => {
          if (submitted === '' || (isReady && submitted === typed)) send(submitted);
        }}
        offer={shown === null ? offer : nothingOffered}
        isInvalid={shown !== null}
        errorId={errorId}
        inputRef={searchRef}
      />
      {shown === null || mistake === null ? null : (
        <p id={errorId} role="alert" className="m-0 pt-1.5 text-sm">
          <span className="font-mono text-ink-3">
            {typed.slice(0, mistake.start)}
            <mark className="bg-bad-soft text-bad underline decoration-wavy">
              {typed.slice(mistake.start, mistake.end)}
            </mark>
            {typed.slice(mistake.end)}
          </span>
          <span className="pl-2 text-bad">{mistake.message}</span>
        </p>
      )}
    </div>
  );
}

function isWithin(cursor: number, part: { start: number; end: number }): boolean {
  return part.start <= cursor && cursor <= part.end;
}

/** What is typed, and what was sent of it. */
function useTyped(text: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState({ text, sent: text });
  if (known.text !== text) {
    setKnown({ text, sent: text });
    // What came back is what was sent: someone may have typed on meanwhile, and keeps it.
    if (text !== known.sent) setTyped(text);
  }
  const send = (written: string) => {
    setKnown({ text, sent: written.trim() });
    onText(written.trim());
  };
  return { typed, setTyped, send };
}
