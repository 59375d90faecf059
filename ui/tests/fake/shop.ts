import type {
  CartItemBody,
  CartLineView,
  CostView,
  EffectView,
  OutcomeView,
  ProfileView,
  SessionBody,
  SessionView,
  StateView,
  TotalsView,
} from '../../src/api/types';
import { codesOf } from './coupons';
import { fateOf } from './ledger';
import { attributeValue, effect, movesFrom } from './stageParts';

const cents = (text: string | number) => Math.round(Number(text) * 100);
const money = (amount: number) => (amount / 100).toFixed(2);

/** What a session would say of itself, with totals and effects worked out as the sample rules do. */
export function sessionOf(
  id: string,
  state: StateView,
  body: SessionBody,
  more: Partial<SessionView> = {},
): SessionView {
  const additionalCosts = Object.entries(body.additionalCosts ?? {}).map(
    ([name, cost]): CostView => ({ name, price: money(cents(cost.price ?? 0)) }),
  );
  const lines = (body.cartItems ?? []).map(lineOf);
  const effects = state === 'cancelled' ? [] : effectsOf(lines);
  return {
    id,
    profileId: body.profileId || null,
    state,
    firstSession: false,
    updateCount: 1,
    created: '2026-03-04T10:58:00Z',
    updated: '2026-03-04T11:12:00Z',
    closedAt: state === 'open' ? null : '2026-03-04T11:12:00Z',
    items: lines,
    couponCodes: body.couponCodes ?? [],
    codes: codesOf(body),
    referralCode: body.referralCode ?? '',
    identifiers: body.identifiers ?? [],
    loyaltyCards: [],
    store: null,
    additionalCosts,
    attributes: Object.entries(body.attributes ?? {}).map(([name, value]) => attributeValue(name, value)),
    totals: totalsOf(lines, additionalCosts, effects),
    moves: movesFrom(state),
    effects,
    latestSeq: '240',
    ...more,
  };
}

function lineOf(item: CartItemBody, position: number): CartLineView {
  const total = cents(item.price ?? 0) * item.quantity;
  return {
    position,
    sku: item.sku,
    name: item.name ?? '',
    category: item.category ?? '',
    product: item.product?.name ?? '',
    measures: { weight: null, height: null, width: null, length: null },
    quantity: item.quantity,
    returnedQuantity: 0,
    remainingQuantity: item.quantity,
    price: money(cents(item.price ?? 0)),
    discount: item.category === 'Mugs' && item.quantity >= 3 ? money(total * 0.2) : '0',
    total: money(total),
    attributes: Object.entries(item.attributes ?? {}).map(([name, value]) => attributeValue(name, value)),
    additionalCosts: [],
  };
}

function effectsOf(lines: readonly CartLineView[]): EffectView[] {
  const total = lines.reduce((sum, line) => sum + cents(line.total), 0);
  const effects: EffectView[] = [];
  if (total >= 10_000) {
    const off = money(total * 0.1);
    effects.push({ ...effect, sentence: `Takes 10 % off the cart: ${off} EUR.`, amount: off });
  }
  for (const line of lines.filter((one) => cents(one.discount) > 0)) {
    effects.push({
      ...effect,
      campaignId: 2,
      campaignName: 'Mug month',
      ruleName: 'Three mugs or more',
      code: null,
      sentence: `Takes 20 % off ${line.name}.`,
      amount: line.discount,
    });
  }
  if (lines.some((line) => line.category === 'Shoes')) effects.push(notification);
  return effects;
}

const notification: EffectView = {
  campaignId: 3,
  campaignName: 'Care tips',
  ruleIndex: 0,
  ruleName: 'Shoes in the cart',
  code: null,
  effectType: 'showNotification',
  sentence: 'Shows the notification “Keep them dry”.',
  amount: null,
  unit: null,
  onFailure: false,
  props: [
    { name: 'notificationType', value: 'Info' },
    { name: 'title', value: 'Keep them dry' },
    { name: 'body', value: 'Our wax keeps trail shoes dry for a season.' },
  ],
  json: '{"effectType":"showNotification"}',
};

function totalsOf(
  lines: readonly CartLineView[],
  costs: readonly CostView[],
  effects: readonly EffectView[],
): TotalsView {
  const items = lines.reduce((sum, line) => sum + cents(line.total), 0);
  const additional = costs.reduce((sum, cost) => sum + cents(cost.price), 0);
  const discount = effects.reduce((sum, one) => sum + cents(one.amount ?? 0), 0);
  return {
    cartItemTotal: money(items),
    additionalCostTotal: money(additional),
    cartItemAdditionalCostTotal: '0',
    total: money(items + additional),
    discount: money(discount),
    payable: money(Math.max(0, items + additional - discount)),
    floored: discount > items + additional,
  };
}

/** A stored session written again as the body that would make it. */
export function bodyOf(session: SessionView): SessionBody {
  const byName = (values: SessionView['attributes']) =>
    Object.fromEntries(values.map((one) => [one.name, one.value]));
  return {
    profileId: session.profileId ?? '',
    cartItems: session.items.map((item) => ({
      sku: item.sku,
      name: item.name,
      category: item.category,
      quantity: item.quantity,
      price: Number(item.price),
      attributes: byName(item.attributes),
    })),
    couponCodes: session.couponCodes,
    referralCode: session.referralCode,
    identifiers: session.identifiers,
    additionalCosts: Object.fromEntries(
      session.additionalCosts.map((cost) => [cost.name, { price: Number(cost.price) }]),
    ),
    attributes: byName(session.attributes),
  };
}

/** The session with these units brought back: the first line's discount share is taken back in one piece. */
export function withReturns(session: SessionView, returned: ReadonlyMap<number, number>): SessionView {
  const items = session.items.map((item) => {
    const back = returned.get(item.position) ?? 0;
    return {
      ...item,
      returnedQuantity: item.returnedQuantity + back,
      remainingQuantity: item.remainingQuantity - back,
    };
  });
  return { ...session, state: 'partially_returned', items, moves: movesFrom('partially_returned') };
}

/** The effects that take standing discounts back. */
export function rollbacksOf(effects: readonly EffectView[]): EffectView[] {
  return effects
    .filter((one) => one.amount !== null)
    .map((one) => ({
      ...one,
      effectType: 'rollbackDiscount',
      sentence: `Takes back ${one.amount} EUR.`,
      amount: `-${one.amount}`,
    }));
}

/** What a request answers. */
export function outcomeOf(
  event: string,
  dry: boolean,
  session: SessionView | null,
  effects: readonly EffectView[],
  profile: ProfileView | null,
): OutcomeView {
  const fired = effects[0] ?? effect;
  return {
    dry,
    seq: dry ? null : '240',
    events: [event],
    session,
    profile,
    effects: [...effects],
    notEvaluated: [],
    fate: fateOf(event, session, effects),
    campaigns: [
      {
        campaignId: fired.campaignId,
        campaignName: fired.campaignName,
        rules: [
          {
            index: 0,
            title: fired.ruleName,
            verdict: effects.length > 0 ? 'fired' : 'notMet',
            why: null,
            conditions: [],
          },
        ],
      },
    ],
    notes:
      event === 'talon_session_partially_returned'
        ? ['Session-wide discounts stay when items are returned: our choice.']
        : [],
  };
}
