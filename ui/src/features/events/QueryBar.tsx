import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { Button } from '../../kit/Button';
import { SearchField } from '../../kit/SearchField';
import { AddFilter } from './AddFilter';
import type { FilterChip } from './chips';
import { FilterChips } from './FilterChips';
import { type EventsSearch, trimmed } from './filter';

export type QueryBarProps = {
  filter: EventsSearch;
  chips: readonly FilterChip[];
  onFilter: (filter: EventsSearch, replace?: boolean) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** What stands at the right end. */
  actions: ReactNode;
};

/** What is looked for: free text, and a chip for every other part of the filter. */
export function QueryBar({ filter, chips, onFilter, searchRef, actions }: QueryBarProps) {
  const written = filter.text ?? '';
  const setText = (text: string) => onFilter(trimmed({ ...filter, text }), written !== '' && text !== '');
  return (
    <div className="shrink-0 border-line border-b bg-surface px-3 py-1.5">
      <div className="flex items-center gap-1">
        <FreeText text={written} onText={setText} searchRef={searchRef} />
        <AddFilter filter={filter} onFilter={onFilter} />
        <span className="flex-1" />
        {actions}
      </div>
      {chips.length > 0 ? (
        <div className="flex items-start gap-2 pt-1.5">
          <FilterChips chips={chips} onFilter={onFilter} />
          <Button size="small" tone="quiet" onPress={() => onFilter({})}>
            Clear all
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const typingPauseMs = 250;

type FreeTextProps = {
  text: string;
  onText: (text: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
};

/** The search box. What is typed takes effect after a short pause, or at once on Enter. */
function FreeText({ text, onText, searchRef }: FreeTextProps) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState({ text, sent: text });
  if (known.text !== text) {
    setKnown({ text, sent: text });
    // What came back is what was sent: someone may have typed on meanwhile, and keeps it.
    if (text !== known.sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const pause = setTimeout(() => {
      setKnown({ text, sent: typed });
      onText(typed);
    }, typingPauseMs);
    return () => clearTimeout(pause);
  }, [typed, text, onText]);
  return (
    <SearchField
      label="Search events"
      placeholder="Search type, ids and request  ( / )"
      value={typed}
      onChange={setTyped}
      onSubmit={onText}
      inputRef={searchRef}
      className="w-72"
    />
  );
}
