import { Check, Minus, MinusCircle } from 'lucide-react';
import type { FacetValue } from '../../api/types';
import { type EventsSearch, type FacetName, standingOf, toggled, toggledOut } from './filter';

export type FacetGroupProps = {
  name: FacetName;
  title: string;
  values: readonly FacetValue[];
  filter: EventsSearch;
  onFilter: (filter: EventsSearch) => void;
};

/** The values of one kind with their counts. */
export function FacetGroup({ name, title, values, filter, onFilter }: FacetGroupProps) {
  if (values.length === 0) return null;
  return (
    <div className="pb-2">
      <h2 className="eyebrow m-0 px-3 py-1">{title}</h2>
      <ul aria-label={title} className="m-0 list-none p-0">
        {values.map((facet) => (
          <FacetRow
            key={facet.value}
            facet={facet}
            standing={standingOf(filter, name, facet.value)}
            onInclude={() => onFilter(toggled(filter, name, facet.value))}
            onExclude={() => onFilter(toggledOut(filter, name, facet.value))}
          />
        ))}
      </ul>
    </div>
  );
}

type FacetRowProps = {
  facet: FacetValue;
  standing: 'in' | 'out' | 'free';
  onInclude: () => void;
  onExclude: () => void;
};

const inks = { in: 'font-medium text-accent', out: 'text-ink-3 line-through', free: 'text-ink' };

function FacetRow({ facet, standing, onInclude, onExclude }: FacetRowProps) {
  const Mark = { in: Check, out: Minus, free: null }[standing];
  return (
    <li className="group relative flex items-center hover:bg-hover">
      <button
        type="button"
        aria-pressed={standing !== 'free'}
        aria-label={`${facet.label}, ${facet.count}${standing === 'out' ? ', excluded' : ''}`}
        title={facet.label === facet.value ? facet.label : `${facet.label} (${facet.value})`}
        onClick={(event) => (event.altKey ? onExclude() : onInclude())}
        className="ring-inside flex min-h-6 min-w-0 flex-1 items-center gap-1.5 py-0.5 pr-3 pl-3 text-left"
      >
        <span aria-hidden className="grid w-3 shrink-0 place-items-center text-accent">
          {Mark ? <Mark size={12} strokeWidth={2.5} /> : null}
        </span>
        <span className={`min-w-0 flex-1 break-words leading-4 ${inks[standing]}`}>{facet.label}</span>
        <span className="shrink-0 text-sm text-ink-3 tabular-nums">{facet.count}</span>
      </button>
      <button
        type="button"
        aria-label={`${standing === 'out' ? 'Stop excluding' : 'Exclude'} ${facet.label}`}
        title={standing === 'out' ? 'Stop excluding' : 'Exclude'}
        onClick={onExclude}
        className="ring-inside absolute right-0 grid h-6 w-9 place-items-center bg-hover text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
      >
        <MinusCircle aria-hidden size={12} />
      </button>
    </li>
  );
}
