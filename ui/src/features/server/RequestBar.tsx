import type { RefObject } from 'react';
import type { CallFilterView, CallOutcome } from '../../api/types';
import { SearchField } from '../../kit/SearchField';
import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import { countOf } from '../../lib/text';

export type RequestBarProps = {
  filter: CallFilterView;
  onFilter: (filter: CallFilterView) => void;
  /** How many match; `undefined` while that is not known. */
  total: number | undefined;
  searchRef: RefObject<HTMLInputElement | null>;
};

const outcomes: readonly { id: CallOutcome | 'all'; label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'answered', label: 'Answered' },
  { id: 'refused', label: 'Refused' },
  { id: 'dropped', label: 'Dropped' },
];

const methods = ['GET', 'PUT', 'POST', 'DELETE'];
const methodChoices = [
  { id: 'any', label: 'Any method' },
  ...methods.map((method) => ({ id: method, label: method })),
];

/** What is looked for among the requests. */
export function RequestBar({ filter, onFilter, total, searchRef }: RequestBarProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-3 py-1.5">
      <SearchField
        label="Search requests"
        placeholder="Search path, client and bodies  ( / )"
        value={filter.text ?? ''}
        onChange={(text) => onFilter({ ...filter, text })}
        inputRef={searchRef}
        className="w-72"
      />
      <Segmented
        label="How they ended"
        value={filter.outcome ?? 'all'}
        onChange={(id) => onFilter({ ...filter, outcome: outcomeOf(id) })}
        choices={outcomes}
      />
      <Select
        label="Method"
        hideLabel
        value={filter.method ?? 'any'}
        onChange={(id) => onFilter({ ...filter, method: id === 'any' ? null : id })}
        choices={methodChoices}
        className="w-36"
      />
      <span className="flex-1" />
      <span role="status" className="text-sm whitespace-nowrap text-ink-3 tabular-nums">
        {total === undefined ? '' : countOf(total, 'request')}
      </span>
    </div>
  );
}

function outcomeOf(id: string): CallOutcome | null {
  return id === 'answered' || id === 'refused' || id === 'dropped' ? id : null;
}
