import { formatInstant } from '../../lib/time';
import { type EventsSearch, trimmed } from './filter';
import { stateWord } from './words';

/** One part of a filter, as it is read, and the filter that is left when it is taken away. */
export type FilterChip = { id: string; name: string; value: string; rest: EventsSearch };

/** How codes and times are read. */
export type ChipNames = {
  zone: string;
  campaign: (id: number) => string;
  eventType: (name: string) => string;
  effectType: (name: string) => string;
};

/** The parts of a filter other than the free text, one chip each. */
export function chipsOf(filter: EventsSearch, names: ChipNames): FilterChip[] {
  const one = (key: keyof EventsSearch, name: string, value: string): FilterChip => ({
    id: key,
    name,
    value,
    rest: trimmed({ ...filter, [key]: undefined }),
  });
  const each = <T>(
    key: keyof EventsSearch,
    name: string,
    list: readonly T[] | undefined,
    word: (entry: T) => string,
  ) =>
    (list ?? []).map((entry) => ({
      id: `${key}:${word(entry)}`,
      name,
      value: word(entry),
      rest: trimmed({ ...filter, [key]: list?.filter((other) => other !== entry) }),
    }));
  const { session, profile, campaign, effectType, from, until } = filter;
  return [
    ...each('types', 'Event', filter.types, names.eventType),
    ...each('excludedTypes', 'Not event', filter.excludedTypes, names.eventType),
    ...(session === undefined ? [] : [one('session', 'Session', session)]),
    ...(profile === undefined ? [] : [one('profile', 'Customer', profile)]),
    ...(campaign === undefined ? [] : [one('campaign', 'Campaign', names.campaign(campaign))]),
    ...(effectType === undefined ? [] : [one('effectType', 'Effect', names.effectType(effectType))]),
    ...each('states', 'State', filter.states, stateWord),
    ...each('excludedStates', 'Not state', filter.excludedStates, stateWord),
    ...each('excludedCampaigns', 'Not campaign', filter.excludedCampaigns, names.campaign),
    ...each('excludedEffectTypes', 'Not effect', filter.excludedEffectTypes, names.effectType),
    ...each('rejections', 'Rejected', filter.rejections, String),
    ...each('excludedRejections', 'Not rejected', filter.excludedRejections, String),
    ...each('sources', 'Source', filter.sources, String),
    ...each('excludedSources', 'Not source', filter.excludedSources, String),
    ...(from === undefined ? [] : [one('from', 'From', formatInstant(from, names.zone))]),
    ...(until === undefined ? [] : [one('until', 'Before', formatInstant(until, names.zone))]),
    ...each('attributes', 'Attribute', filter.attributes, ({ name, value }) => `${name} = ${value}`),
  ];
}
