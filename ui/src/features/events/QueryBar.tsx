import type { ReactNode, RefObject } from 'react';
import { Button } from '../../kit/Button';
import { AddFilter } from './AddFilter';
import type { FilterChip } from './chips';
import { FilterChips } from './FilterChips';
import { type EventsSearch, trimmed } from './filter';
import { SearchText } from './SearchText';
import { ViewsMenu } from './ViewsMenu';

export type QueryBarProps = {
  filter: EventsSearch;
  chips: readonly FilterChip[];
  onFilter: (filter: EventsSearch, replace?: boolean) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** What stands at the right end. */
  actions: ReactNode;
};

/** What is looked for: a query, and a chip for every other part of the filter. */
export function QueryBar({ filter, chips, onFilter, searchRef, actions }: QueryBarProps) {
  const written = filter.text ?? '';
  const setText = (text: string) => onFilter(trimmed({ ...filter, text }), written !== '' && text !== '');
  return (
    <div className="shrink-0 border-line border-b bg-surface px-3 py-1.5">
      <div className="flex items-start gap-1">
        <SearchText text={written} onText={setText} searchRef={searchRef} />
        <AddFilter filter={filter} onFilter={onFilter} />
        <ViewsMenu filter={filter} onFilter={onFilter} />
        <div className="ml-auto flex h-7 shrink-0 items-center gap-1 pl-4">{actions}</div>
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
