import type {
  AskView,
  AttributeValueView,
  DiagramEdge,
  EffectView,
  MoveView,
  StateView,
} from '../../src/api/types';
import type { Json } from '../../src/lib/json';

export const edges: DiagramEdge[] = [
  { from: null, ask: 'update', to: 'open', event: 'talon_session_created' },
  { from: null, ask: 'close', to: 'closed', event: 'talon_session_created' },
  { from: 'open', ask: 'update', to: 'open', event: 'talon_session_updated' },
  { from: 'open', ask: 'close', to: 'closed', event: 'talon_session_closed' },
  { from: 'open', ask: 'cancel', to: 'cancelled', event: 'talon_session_cancelled' },
  { from: 'closed', ask: 'cancel', to: 'cancelled', event: 'talon_session_revoked' },
  { from: 'closed', ask: 'return', to: 'partially_returned', event: 'talon_session_partially_returned' },
  { from: 'closed', ask: 'reopen', to: 'open', event: 'talon_session_reopened' },
  {
    from: 'partially_returned',
    ask: 'return',
    to: 'partially_returned',
    event: 'talon_session_partially_returned',
  },
  { from: 'partially_returned', ask: 'cancel', to: 'cancelled', event: 'talon_session_revoked' },
];

const asks: readonly AskView[] = ['update', 'close', 'cancel', 'return', 'reopen'];

/** The moves of a session in this state; `null` is one that is not stored. */
export function movesFrom(state: StateView | null): MoveView[] {
  return asks.map((ask) => {
    const edge = edges.find((candidate) => candidate.from === state && candidate.ask === ask);
    if (edge) {
      const consequence = consequences[ask]?.[state ?? 'open'] ?? null;
      return { ask, to: edge.to, event: edge.event, allowed: true, reason: null, consequence };
    }
    const reason = state === null ? 'There is no such session yet; create it first.' : reasons[state];
    return { ask, to: null, event: null, allowed: false, reason, consequence: null };
  });
}

const consequences: Partial<Record<AskView, Partial<Record<StateView, string>>>> = {
  cancel: {
    open: 'Nothing is taken back: the session is open, so what it shows was never granted.',
    closed: 'Takes back 14.98; 1 effect stays.',
    partially_returned: 'Takes back 7.49; 1 effect stays.',
  },
  return: {
    closed: 'Takes back the discounts of the units that come back, at most 9.98.',
    partially_returned: 'Takes nothing back: no unit that can come back has a discount.',
  },
  reopen: { closed: 'Takes back 14.98; 1 effect stays.' },
};

const reasons: Record<StateView, string> = {
  open: 'The session is still open; only items of a closed session can be returned.',
  closed: 'The session is closed; reopen it first to change its cart.',
  partially_returned: 'Items of this session were returned; it can only be cancelled.',
  cancelled: 'The session is cancelled; nothing can happen to it any more.',
};

export const effect: EffectView = {
  campaignId: 1,
  campaignName: 'Ten percent from 100',
  ruleIndex: 0,
  ruleName: 'From 100',
  code: null,
  effectType: 'setDiscount',
  sentence: 'Takes 14.98 EUR off the cart.',
  amount: '14.98',
  unit: null,
  onFailure: false,
  props: [
    { name: 'name', value: '10% off' },
    { name: 'value', value: '14.98' },
  ],
  json: '{"effectType":"setDiscount","props":{"name":"10% off","value":14.98}}',
};

/** An attribute as it is read; the type follows from the value. */
export function attributeValue(name: string, value: Json): AttributeValueView {
  const type = Array.isArray(value) ? '(list string)' : typeof value;
  return { name, title: name, type, text: Array.isArray(value) ? value.join(', ') : String(value), value };
}
