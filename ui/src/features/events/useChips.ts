import { useQuery } from '@tanstack/react-query';
import { campaignsQuery, eventFacetsQuery } from '../../api/queries';
import type { FacetValue } from '../../api/types';
import { useZone } from '../../kit/ZoneContext';
import { chipsOf, type FilterChip } from './chips';
import type { EventsSearch } from './filter';

/** The parts of a filter as chips, under the names people read. */
export function useChips(filter: EventsSearch): FilterChip[] {
  const zone = useZone();
  const campaigns = useQuery(campaignsQuery).data;
  const facets = useQuery(eventFacetsQuery({})).data;
  return chipsOf(filter, {
    zone,
    campaign: (id) => campaigns?.find((campaign) => campaign.id === id)?.name ?? `No. ${id}`,
    eventType: (name) => labelOf(name, facets?.types),
    effectType: (name) => labelOf(name, facets?.effectTypes),
  });
}

/** What never occurred has no label and reads as it is. */
function labelOf(value: string, facet: readonly FacetValue[] | undefined): string {
  return facet?.find((known) => known.value === value)?.label ?? value;
}
