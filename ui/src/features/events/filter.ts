import type { AttributeFilter, EventFilter, StateView } from '../../api/types';

/**
 * What the address of the events screen can say: the filter itself, and `type` as a short form other screens
 * may link with.
 */
export type EventsSearch = {
  text?: string;
  types?: string[];
  excludedTypes?: string[];
  session?: string;
  profile?: string;
  campaign?: number;
  effectType?: string;
  states?: StateView[];
  excludedStates?: StateView[];
  excludedCampaigns?: number[];
  excludedEffectTypes?: string[];
  rejections?: string[];
  excludedRejections?: string[];
  sources?: string[];
  excludedSources?: string[];
  from?: string;
  until?: string;
  attributes?: AttributeFilter[];
  type?: string;
};

/** Reads a filter out of an address. What is not understood is left out; so is everything that does not filter. */
export function readFilter(search: Record<string, unknown>): EventsSearch {
  const short = textOf(search.type);
  const types = textsOf(search.types);
  return trimmed({
    text: textOf(search.text),
    types: short === undefined ? types : [...(types ?? []).filter((type) => type !== short), short],
    excludedTypes: textsOf(search.excludedTypes),
    session: textOf(search.session),
    profile: textOf(search.profile),
    campaign: typeof search.campaign === 'number' ? search.campaign : undefined,
    effectType: textOf(search.effectType),
    states: textsOf(search.states)?.filter(isState),
    excludedStates: textsOf(search.excludedStates)?.filter(isState),
    excludedCampaigns: textsOf(search.excludedCampaigns)?.map(Number).filter(Number.isInteger),
    excludedEffectTypes: textsOf(search.excludedEffectTypes),
    rejections: textsOf(search.rejections),
    excludedRejections: textsOf(search.excludedRejections),
    sources: textsOf(search.sources),
    excludedSources: textsOf(search.excludedSources),
    from: textOf(search.from),
    until: textOf(search.until),
    attributes: attributesOf(search.attributes),
  });
}

/** The same filter without what does not filter: no empty texts, no empty lists. */
export function trimmed(filter: EventsSearch): EventsSearch {
  const kept = Object.entries(filter).filter(([, value]) =>
    Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value !== undefined,
  );
  return Object.fromEntries(kept);
}

/** Whether anything is filtered at all. */
export function isFiltering(filter: EventFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The kinds of values the facets column lists. */
export type FacetName = 'types' | 'states' | 'campaigns' | 'effectTypes' | 'rejections' | 'sources';

/** The filter as if this facet did not filter, so that its other values can still be counted and added. */
export function withoutFacet(filter: EventsSearch, facet: FacetName): EventsSearch {
  switch (facet) {
    case 'types':
      return trimmed({ ...filter, types: undefined, excludedTypes: undefined });
    case 'states':
      return trimmed({ ...filter, states: undefined, excludedStates: undefined });
    case 'campaigns':
      return trimmed({ ...filter, campaign: undefined, excludedCampaigns: undefined });
    case 'effectTypes':
      return trimmed({ ...filter, effectType: undefined, excludedEffectTypes: undefined });
    case 'rejections':
      return trimmed({ ...filter, rejections: undefined, excludedRejections: undefined });
    case 'sources':
      return trimmed({ ...filter, sources: undefined, excludedSources: undefined });
  }
}

/** Whether a facet's value is wanted, unwanted, or neither. */
export function standingOf(filter: EventsSearch, facet: FacetName, value: string): 'in' | 'out' | 'free' {
  if (excludedValues(filter, facet).includes(value)) return 'out';
  return includedValues(filter, facet).includes(value) ? 'in' : 'free';
}

/** The wanted values of a facet. */
export function includedValues(filter: EventsSearch, facet: FacetName): string[] {
  switch (facet) {
    case 'types':
      return filter.types ?? [];
    case 'states':
      return filter.states ?? [];
    case 'campaigns':
      return filter.campaign === undefined ? [] : [String(filter.campaign)];
    case 'effectTypes':
      return filter.effectType === undefined ? [] : [filter.effectType];
    case 'rejections':
      return filter.rejections ?? [];
    case 'sources':
      return filter.sources ?? [];
  }
}

/** The unwanted values of a facet. */
export function excludedValues(filter: EventsSearch, facet: FacetName): string[] {
  switch (facet) {
    case 'types':
      return filter.excludedTypes ?? [];
    case 'states':
      return filter.excludedStates ?? [];
    case 'campaigns':
      return (filter.excludedCampaigns ?? []).map(String);
    case 'effectTypes':
      return filter.excludedEffectTypes ?? [];
    case 'rejections':
      return filter.excludedRejections ?? [];
    case 'sources':
      return filter.excludedSources ?? [];
  }
}

/** Includes a value of a facet, or stops including (or excluding) it. */
export function toggled(filter: EventsSearch, facet: FacetName, value: string): EventsSearch {
  const isFree = standingOf(filter, facet, value) === 'free';
  const wanted = includedValues(filter, facet);
  const isOneOnly = facet === 'campaigns' || facet === 'effectTypes';
  const others = isOneOnly && isFree ? [] : without(wanted, value);
  return withFacet(filter, facet, isFree ? [...others, value] : others, outWithout(filter, facet, value));
}

/** Excludes a value of a facet, or stops excluding it. */
export function toggledOut(filter: EventsSearch, facet: FacetName, value: string): EventsSearch {
  const out = outWithout(filter, facet, value);
  const isOut = standingOf(filter, facet, value) === 'out';
  return withFacet(
    filter,
    facet,
    without(includedValues(filter, facet), value),
    isOut ? out : [...out, value],
  );
}

function outWithout(filter: EventsSearch, facet: FacetName, value: string): string[] {
  return without(excludedValues(filter, facet), value);
}

/** The filter with these values of a facet wanted and unwanted; of campaigns and effects one can be wanted. */
function withFacet(
  filter: EventsSearch,
  facet: FacetName,
  wanted: string[],
  unwanted: string[],
): EventsSearch {
  const [first] = wanted;
  switch (facet) {
    case 'types':
      return trimmed({ ...filter, types: wanted, excludedTypes: unwanted });
    case 'states':
      return trimmed({
        ...filter,
        states: wanted.filter(isState),
        excludedStates: unwanted.filter(isState),
      });
    case 'campaigns':
      return trimmed({
        ...filter,
        campaign: first === undefined ? undefined : Number(first),
        excludedCampaigns: unwanted.map(Number),
      });
    case 'effectTypes':
      return trimmed({ ...filter, effectType: first, excludedEffectTypes: unwanted });
    case 'rejections':
      return trimmed({ ...filter, rejections: wanted, excludedRejections: unwanted });
    case 'sources':
      return trimmed({ ...filter, sources: wanted, excludedSources: unwanted });
  }
}

const states: readonly StateView[] = ['open', 'closed', 'partially_returned', 'cancelled'];

export function isState(value: unknown): value is StateView {
  return states.some((state) => state === value);
}

function without<T>(list: readonly T[] | undefined, value: string): T[] {
  return (list ?? []).filter((member) => member !== value);
}

/** Addresses may carry a code made of digits as a number. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== undefined) : undefined;
}

function attributesOf(value: unknown): AttributeFilter[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('value' in entry)) return [];
    const name = textOf(entry.name);
    const wanted = textOf(entry.value);
    return name === undefined || wanted === undefined ? [] : [{ name, value: wanted }];
  });
}
