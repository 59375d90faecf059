import type {
  EffectView,
  FateView,
  LifeView,
  SessionView,
  StatementRowView,
  StatementView,
} from '../../src/api/types';

const cents = (text: string | null) => Math.round(Number(text ?? 0) * 100);
const money = (amount: number) => (amount / 100).toFixed(2);

const ending: Readonly<Record<string, string>> = {
  talon_session_cancelled: 'open',
  talon_session_revoked: 'closed',
  talon_session_reopened: 'closed',
  talon_session_partially_returned: 'closed',
};

/** What a move that ends something takes back and leaves; `null` for the others. */
export function fateOf(
  event: string,
  session: SessionView | null,
  effects: readonly EffectView[],
): FateView | null {
  if (!session || !ending[event]) return null;
  const taken = effects.filter((one) => one.effectType.startsWith('rollback'));
  const sum = taken.reduce((all, one) => all - cents(one.amount), 0);
  const isReturn = event === 'talon_session_partially_returned';
  return {
    sentence:
      taken.length === 0
        ? 'Nothing is taken back: the session is open, so what it shows was never granted.'
        : `Takes back ${money(sum)}; 1 effect stays.`,
    takenBack: taken.map((one) => ({
      what: one.sentence.replace('Takes back', 'Takes off'),
      campaignName: one.campaignName,
      grantedBy: '240',
      granted: money(-cents(one.amount)),
      amount: money(-cents(one.amount)),
    })),
    moreTakenBack: 0,
    stays:
      taken.length === 0
        ? []
        : [
            {
              what: isReturn ? '5.20 off the cart: Spring' : 'Free item: Keyring (KEY-1)',
              campaignName: 'Mug month',
              grantedBy: '240',
              amount: isReturn ? '5.20' : null,
              why: isReturn
                ? 'A discount on the whole cart is not shared out among its items, so it stays when items are returned.'
                : 'A free item was handed over and is never asked back.',
            },
          ],
    moreStays: 0,
    afterwards: [
      { what: 'Sold in this session', before: session.totals.total, after: isReturn ? '39.50' : '0.00' },
      { what: 'Discounts that stand', before: money(sum), after: '0.00' },
      {
        what: `Closed sessions of ${session.profileId ?? 'nobody'}`,
        before: '3',
        after: isReturn ? '3' : '2',
      },
    ],
  };
}

const stands: LifeView = { state: 'stands', sentence: 'Still stands.', events: [] };

/** What became of effects of an event. */
export function livesOf(effects: readonly EffectView[]): LifeView[] {
  return effects.map((one) => {
    if (one.effectType === 'showNotification') {
      const sentence = 'It was shown, and holds nothing that could be taken back.';
      return { state: 'message', sentence, events: [] };
    }
    if (one.effectType.startsWith('rollback')) {
      return { state: 'rollback', sentence: 'Takes back what event 3 granted.', events: ['3'] };
    }
    return stands;
  });
}

/** The statement of a session whose discounts were granted by event 240, the first of them taken back by event 241. */
export function statementOf(session: SessionView): StatementView {
  const given = session.effects.filter((one) => one.amount !== null);
  const isOpen = session.state === 'open';
  const total = given.reduce((sum, one) => sum + cents(one.amount), 0);
  const back = session.state === 'partially_returned' ? cents(given[0]?.amount ?? null) : 0;
  let balance = 0;
  const rows = given.map((one): StatementRowView => {
    balance += cents(one.amount);
    return entry('240', one, one.amount, null, balance, stands);
  });
  const first = given[0];
  if (first && rows[0] && back > 0) {
    rows[0].life = { state: 'takenBack', sentence: 'Taken back at event 241.', events: ['241'] };
    const life: LifeView = {
      state: 'rollback',
      sentence: 'Takes back what event 240 granted.',
      events: ['240'],
    };
    rows.push(entry('241', first, null, first.amount, total - back, life));
  }
  return {
    sessionId: session.id,
    state: session.state,
    sentence: isOpen
      ? `Nothing was granted yet. ${given.length} effects are shown and not granted before the session is closed.`
      : `Discounts: ${money(total)} granted − ${money(back)} taken back = ${money(total - back)} standing.`,
    rows: isOpen ? [] : rows,
    leftOff: 0,
    accounts: isOpen
      ? []
      : [
          {
            name: 'Discounts',
            isMoney: true,
            granted: money(total),
            takenBack: money(back),
            standing: money(total - back),
          },
        ],
    preview: isOpen
      ? given.map(({ sentence, campaignName, amount }) => ({ what: sentence, campaignName, amount }))
      : [],
  };
}

function entry(
  seq: string,
  { sentence, campaignName }: EffectView,
  granted: string | null,
  takenBack: string | null,
  balance: number,
  life: LifeView,
): StatementRowView {
  const isBack = takenBack !== null;
  return {
    seq,
    at: isBack ? '2026-03-05T09:30:00Z' : '2026-03-04T11:12:00Z',
    eventType: isBack ? 'talon_session_partially_returned' : 'talon_session_closed',
    eventTitle: isBack ? 'Items returned' : 'Session closed',
    account: 'Discounts',
    what: isBack ? sentence.replace('Takes', 'Takes back') : sentence,
    campaignName,
    granted,
    takenBack,
    balance: money(balance),
    life,
  };
}
