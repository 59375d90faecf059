import { emit } from '@tauri-apps/api/event';
import type {
  CartItemBody,
  EffectView,
  OutcomeView,
  ProfileView,
  ReturnRequest,
  SessionBody,
  SessionFilter,
  SessionRequest,
  SessionView,
  StateView,
} from '../../src/api/types';
import type { Answer, World } from '../fake-host';
import { statementOf } from './ledger';
import { bodyOf, outcomeOf, rollbacksOf, sessionOf, withReturns } from './shop';
import { attributeValue, edges, movesFrom } from './stageParts';

function profile(id: string, closedSessions: number, totalSales: string, tier: string): ProfileView {
  return {
    id,
    created: '2026-01-10T09:00:00Z',
    lastActivity: '2026-03-04T11:12:00Z',
    closedSessions,
    totalSales,
    attributes: [{ ...attributeValue('tier', tier), title: 'Tier' }],
  };
}

const profiles: ProfileView[] = [
  profile('ana@example.org', 3, '412.5', 'gold'),
  profile('ben@example.org', 1, '39.8', 'basic'),
  profile('cleo@example.org', 12, '2104.35', 'gold'),
];

const mugs: CartItemBody = { sku: 'MUG-BLUE', name: 'Blue mug', category: 'Mugs', quantity: 3, price: 12.5 };
const shoes: CartItemBody = {
  sku: 'SHOE-41',
  name: 'Trail shoe',
  category: 'Shoes',
  quantity: 1,
  price: 119.9,
};
const shirts: CartItemBody = {
  sku: 'SHIRT-M',
  name: 'Linen shirt',
  category: 'Shirts',
  quantity: 2,
  price: 39.5,
};

function storedSessions(): Map<string, SessionView> {
  const closed = sessionOf('cart-1002', 'closed', {
    profileId: 'ben@example.org',
    cartItems: [shirts, mugs],
  });
  const all = [
    sessionOf('cart-1001', 'open', {
      profileId: 'ana@example.org',
      cartItems: [shoes, mugs],
      couponCodes: ['SPRING'],
      attributes: { channel: 'web' },
    }),
    closed,
    withReturns({ ...closed, id: 'cart-1003', profileId: 'cleo@example.org' }, new Map([[0, 1]])),
    sessionOf('cart-37', 'cancelled', { profileId: 'ana@example.org', cartItems: [mugs] }),
  ];
  return new Map(all.map((session) => [session.id, session]));
}

function merged(before: SessionView | null, change: SessionBody): SessionBody {
  const base = before ? bodyOf(before) : {};
  const attributes = Object.entries({ ...base.attributes, ...change.attributes }).filter(
    ([, value]) => value !== null,
  );
  return { ...base, ...change, attributes: Object.fromEntries(attributes) };
}

function refuseBadLines(items: readonly CartItemBody[] | null | undefined): void {
  const problems = (items ?? []).flatMap((item, index) =>
    item.price === undefined
      ? [
          {
            field: `/cartItems/${index}/price`,
            title: 'Missing',
            message: 'A line needs the price of one unit.',
            start: null,
            end: null,
          },
        ]
      : [],
  );
  if (problems.length > 0) throw { code: 'invalid', message: 'The submitted data was invalid.', problems };
}

const matches = (filter: SessionFilter, session: SessionView) =>
  !filter.text || `${session.id} ${session.profileId ?? ''}`.includes(filter.text);

export function stageAnswers(world: World): Record<string, Answer> {
  const sessions = world === 'empty' ? new Map<string, SessionView>() : storedSessions();
  const owner = (session: SessionView | null) =>
    profiles.find((one) => one.id === session?.profileId) ?? null;
  const answer = (
    event: string,
    dry: unknown,
    next: SessionView,
    effects: readonly EffectView[],
  ): OutcomeView => {
    if (dry !== true) {
      sessions.set(next.id, next);
      setTimeout(() => void emit('stale-event', { kinds: ['sessions', 'events', 'profiles'] }));
    }
    return outcomeOf(event, dry === true, next, effects, owner(next));
  };
  const update: Answer = ({ id, body, dry }) => {
    const change = (body as SessionRequest).customerSession;
    const before = sessions.get(String(id)) ?? null;
    const state = (change.state ?? 'open') as StateView;
    refuseBadLines(change.cartItems);
    const counted = { updateCount: (before?.updateCount ?? 0) + 1 };
    const next = sessionOf(String(id), state, merged(before, change), counted);
    const isRevoked = before?.state !== 'open' && state === 'cancelled';
    const effects = isRevoked ? rollbacksOf(before?.effects ?? []) : next.effects;
    const ends = { open: 'updated', closed: 'closed', cancelled: 'cancelled', partially_returned: 'updated' };
    const event = before === null ? 'created' : isRevoked ? 'revoked' : ends[state];
    return answer(`talon_session_${event}`, dry, next, effects);
  };
  const take = (id: unknown) => {
    const session = sessions.get(String(id));
    if (!session) throw { code: 'notFound', message: `There is no session ${String(id)}.`, problems: [] };
    return session;
  };
  return {
    update_session: update,
    return_items: ({ id, body, dry }) => {
      const items = (body as ReturnRequest).return.returnedCartItems;
      const back = new Map(items.map((item) => [item.position ?? 0, item.quantity ?? 1]));
      const session = take(id);
      return answer(
        'talon_session_partially_returned',
        dry,
        withReturns(session, back),
        rollbacksOf(session.effects).slice(0, 1),
      );
    },
    reopen_session: ({ id, dry }) => {
      const session = take(id);
      return answer(
        'talon_session_reopened',
        dry,
        sessionOf(session.id, 'open', bodyOf(session)),
        rollbacksOf(session.effects),
      );
    },
    track_event: ({ body, dry }) => {
      const { sessionId, type } = body as { sessionId?: string; type: string };
      const session = sessionId ? take(sessionId) : null;
      const told = session?.effects.filter((one) => one.effectType === 'showNotification') ?? [];
      return outcomeOf(type, dry === true, session, told, owner(session));
    },
    update_profile: ({ id, dry }) =>
      outcomeOf(
        'talon_profile_updated',
        dry === true,
        null,
        [],
        profiles.find((one) => one.id === id) ?? null,
      ),
    apply_request: ({ dry }) => answer('talon_session_updated', dry, take('cart-1001'), []),
    sessions: ({ filter }) => ({
      rows: [...sessions.values()]
        .filter((session) => matches(filter as SessionFilter, session))
        .map(({ id, profileId, state, totals, updated }) => ({
          id,
          profileId,
          state,
          total: totals.total,
          updated,
        })),
      next: null,
    }),
    session: ({ id }) => sessions.get(String(id)) ?? null,
    statement: ({ id }) => {
      const session = sessions.get(String(id));
      return session ? statementOf(session) : null;
    },
    profiles: ({ filter }) => {
      const { text } = filter as { text?: string };
      return {
        rows: world === 'empty' ? [] : profiles.filter((one) => one.id.includes(text ?? '')),
        next: null,
      };
    },
    profile: ({ id }) => profiles.find((one) => one.id === id) ?? null,
    state_diagram: () => edges,
    first_moves: () => movesFrom(null),
  };
}
