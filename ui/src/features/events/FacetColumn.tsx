import { useQueries, useQuery } from '@tanstack/react-query';
import { eventFacetsQuery } from '../../api/queries';
import type { EventFacets, FacetValue } from '../../api/types';
import { Loading } from '../../kit/Loading';
import { FacetGroup } from './FacetGroup';
import { type EventsSearch, excludedValues, type FacetName, includedValues, withoutFacet } from './filter';

const facets: readonly { name: FacetName; title: string }[] = [
  { name: 'types', title: 'Events' },
  { name: 'states', title: 'State' },
  { name: 'campaigns', title: 'Campaigns' },
  { name: 'effectTypes', title: 'Effects' },
  { name: 'rejections', title: 'Rejected codes' },
  { name: 'sources', title: 'Source' },
];

export type FacetColumnProps = { filter: EventsSearch; onFilter: (filter: EventsSearch) => void };

/** What occurs among the matching events and how often; a click on a value filters by it. */
export function FacetColumn({ filter, onFilter }: FacetColumnProps) {
  const all = useQuery(eventFacetsQuery(filter));
  const open = useQueries({
    queries: facets.map(({ name }) => eventFacetsQuery(withoutFacet(filter, name))),
  });
  if (all.error) return <p className="m-0 px-3 py-2 text-ink-3">The counts could not be read.</p>;
  if (!all.data) return <Loading />;
  return (
    <div className="min-h-0 flex-1 overflow-auto py-1">
      {facets.map(({ name, title }, index) => {
        const values = open[index]?.data?.[name] ?? all.data[name];
        return (
          <FacetGroup
            key={name}
            name={name}
            title={title}
            values={withWanted(values, filter, name, all.data)}
            filter={filter}
            onFilter={onFilter}
          />
        );
      })}
      {all.data.types.length > 0 ? (
        <p className="m-0 px-3 py-2 text-sm text-ink-3">Click to include · Alt-click to exclude.</p>
      ) : null}
    </div>
  );
}

/** A value that is filtered by stays listed when nothing matches it any more, so that it can be taken away. */
function withWanted(
  values: FacetValue[],
  filter: EventsSearch,
  name: FacetName,
  all: EventFacets,
): FacetValue[] {
  const wanted = [...includedValues(filter, name), ...excludedValues(filter, name)];
  const missing = wanted.filter((value) => !values.some((facet) => facet.value === value));
  const labelOf = (value: string) => all[name].find((facet) => facet.value === value)?.label ?? value;
  return [...values, ...missing.map((value) => ({ value, label: labelOf(value), count: 0 }))];
}
