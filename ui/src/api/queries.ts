import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Json } from '../lib/json';
import { client } from './client';
import type { EventFilter, ProfileFilter, SessionFilter, Stale } from './types';

/**
 * Query options for every read, to be handed to `useQuery` or `useInfiniteQuery`. The first part of each key
 * is the kind of data whose change makes it stale; a query that shows several kinds lists the rest in `meta.stale`.
 */
const pageLength = 200;

const alsoStaleWith = (...kinds: Stale[]) => ({ stale: kinds });

export const workspaceQuery = queryOptions({
  queryKey: ['workspace', 'current'],
  queryFn: client.currentWorkspace,
  meta: alsoStaleWith('events'),
});

/** The workspace clock and what lies around it. While it goes with the computer's it is only as new as its reading. */
export const clockQuery = queryOptions({
  queryKey: ['workspace', 'clock'],
  queryFn: client.clock,
  meta: alsoStaleWith('campaigns'),
});

export const recentsQuery = queryOptions({
  queryKey: ['workspace', 'recents'],
  queryFn: client.recentWorkspaces,
});

export const dictionaryQuery = queryOptions({
  queryKey: ['dictionary', 'all'],
  queryFn: client.dictionary,
  meta: alsoStaleWith('campaigns', 'events'),
});

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns', 'list'],
  queryFn: client.campaigns,
});

export const evaluationGroupsQuery = queryOptions({
  queryKey: ['campaigns', 'groups'],
  queryFn: client.evaluationGroups,
});

export const campaignQuery = (id: number) =>
  queryOptions({ queryKey: ['campaigns', 'one', id], queryFn: () => client.campaign(id) });

/** The budgets of a campaign with what is used of each; they move with every session, and with the clock. */
export const campaignBudgetsQuery = (id: number) =>
  queryOptions({
    queryKey: ['campaigns', 'budgets', id],
    queryFn: () => client.campaignBudgets(id),
    meta: alsoStaleWith('sessions', 'events', 'workspace'),
  });

export const vocabularyQuery = queryOptions({
  queryKey: ['dictionary', 'vocabulary'],
  queryFn: client.vocabulary,
});

/** The check of a document that is being written for a campaign or a new one, against a session when one is named. */
export const rulesetCheckQuery = (
  ruleset: Json,
  campaignId: number | null,
  sessionId: string | null,
  eventType: string | null,
) =>
  queryOptions({
    queryKey: ['campaigns', 'check', ruleset, campaignId, sessionId, eventType],
    queryFn: () => client.checkRuleset(ruleset, campaignId, sessionId, eventType),
    meta: alsoStaleWith('dictionary', 'sessions', 'profiles', 'coupons'),
    gcTime: 10_000,
  });

export const sessionsQuery = (filter: SessionFilter) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'list', filter],
    queryFn: ({ pageParam }) => client.sessions(filter, pageParam, pageLength),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'one', id],
    queryFn: () => client.session(id),
    meta: alsoStaleWith('campaigns'),
  });

/** The ledger of a session; `null` while it is not stored. */
export const statementQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'statement', id],
    queryFn: () => client.statement(id),
    meta: alsoStaleWith('campaigns', 'events'),
  });

export const profilesQuery = (filter: ProfileFilter) =>
  infiniteQueryOptions({
    queryKey: ['profiles', 'list', filter],
    queryFn: ({ pageParam }) => client.profiles(filter, pageParam, pageLength),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const profileQuery = (id: string) =>
  queryOptions({ queryKey: ['profiles', 'one', id], queryFn: () => client.profile(id) });

/** The table of moves; it never changes while the program runs. */
export const stateDiagramQuery = queryOptions({
  queryKey: ['sessions', 'diagram'],
  queryFn: client.stateDiagram,
  staleTime: Number.POSITIVE_INFINITY,
});

export const firstMovesQuery = queryOptions({
  queryKey: ['sessions', 'firstMoves'],
  queryFn: client.firstMoves,
});

export const eventsQuery = (filter: EventFilter) =>
  infiniteQueryOptions({
    queryKey: ['events', 'list', filter],
    queryFn: ({ pageParam }) => client.events(filter, pageParam, pageLength),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const eventFacetsQuery = (filter: EventFilter) =>
  queryOptions({
    queryKey: ['events', 'facets', filter],
    queryFn: () => client.eventFacets(filter),
    meta: alsoStaleWith('campaigns'),
  });

/** What is wrong with a query that is being written, and what could stand at its cursor. */
export const writtenQuery = (text: string, cursor: number) =>
  queryOptions({
    queryKey: ['events', 'query', text, cursor],
    queryFn: () => client.writtenQuery(text, cursor),
    meta: alsoStaleWith('campaigns', 'dictionary'),
    gcTime: 10_000,
  });

export const eventQuery = (seq: string) =>
  queryOptions({ queryKey: ['events', 'one', seq], queryFn: () => client.event(seq) });
