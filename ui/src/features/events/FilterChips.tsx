import { X } from 'lucide-react';
import type { FilterChip } from './chips';
import type { EventsSearch } from './filter';

/** What is filtered by, each part with a button that takes it away. */
export function FilterChips(props: {
  chips: readonly FilterChip[];
  onFilter: (filter: EventsSearch) => void;
}) {
  return (
    <ul aria-label="Filters" className="m-0 flex min-w-0 list-none flex-wrap gap-1 p-0">
      {props.chips.map((chip) => (
        <li
          key={chip.id}
          className="flex h-6 max-w-72 items-center rounded-sm bg-accent-soft pl-2 text-sm text-accent"
        >
          <span className="truncate" title={`${chip.name}: ${chip.value}`}>
            {chip.name} <span className="font-medium">{chip.value}</span>
          </span>
          <button
            type="button"
            aria-label={`Remove filter ${chip.name} ${chip.value}`}
            onClick={() => props.onFilter(chip.rest)}
            className="ring-inside grid h-6 w-6 shrink-0 place-items-center rounded-sm hover:bg-hover"
          >
            <X aria-hidden size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
