import type {
  CampaignTraceView,
  ConditionView,
  EffectView,
  EventDetailView,
  EventRowView,
  NotEvaluatedView,
} from '../../src/api/types';
import { eventRow } from './eventRows';
import { livesOf } from './ledger';

/** What the fake host's campaigns that rest say for themselves. */
export const leftOut: NotEvaluatedView[] = [
  {
    campaignId: 3,
    campaignName: 'Shoe week',
    frontendState: 'scheduled',
    reason: 'scheduled until 2026-04-01 00:00',
  },
];

/** One event of the fake shop in full. */
export function eventDetail(seq: string): EventDetailView {
  const place = Number(seq);
  if (!(place >= 1)) throw { code: 'notFound', message: `There is no event ${seq}.`, problems: [] };
  const row = eventRow(place);
  const isFirst = (place - 1) % 6 === 0;
  return {
    row,
    story: storyOf(row),
    attributes: row.eventType === 'pageview' ? [pageAddress] : [],
    effects: effectsOf(row),
    lives: livesOf(effectsOf(row)),
    campaigns: campaignsOf(row),
    notEvaluated: leftOut,
    op: row.eventType === 'pageview' ? 'trackEvent' : 'updateSession',
    request: requestOf(row),
    curl: `curl -X POST 'https://mycompany.europe-west1.talon.one/v2/events' \\\n  -d '{}'`,
    changes: [
      { what: 'Session · State', before: isFirst ? null : 'open', after: row.state },
      { what: 'Session · Cart item 2 (Linen shirt) · Quantity', before: '1', after: '2' },
      { what: 'Customer · Closed sessions', before: '3', after: '4' },
    ],
    previousInSession: isFirst ? null : String(place - 1),
    nextInSession: place % 6 === 0 ? null : String(place + 1),
  };
}

const pageAddress = {
  name: 'url',
  title: 'Page address',
  type: 'string',
  text: '/summer/mugs',
  value: '/summer/mugs',
};

function storyOf(row: EventRowView): string[] {
  const whose = row.profileId ?? 'An anonymous customer';
  if (row.eventType === 'pageview') {
    return [`${whose} looked at /summer/mugs.`, 'The event was bound to the open session of this customer.'];
  }
  return [
    `${whose}: ${row.title.toLowerCase()} (${row.sessionId}).`,
    `The cart holds 2 lines, together ${row.total}.`,
    row.effects > 0 ? 'Ten percent from 100 applied.' : 'No rule applied: the total is below 100.',
  ];
}

function effectsOf(row: EventRowView): EffectView[] {
  if (row.effects === 0) return [];
  const notification: EffectView = {
    campaignId: 2,
    campaignName: 'Welcome back',
    ruleIndex: 0,
    ruleName: 'Summer page',
    code: null,
    effectType: 'showNotification',
    sentence: 'Shows the offer “Summer mugs”: two for one until Sunday.',
    amount: null,
    unit: null,
    onFailure: false,
    props: [
      { name: 'notificationType', value: 'Offer' },
      { name: 'title', value: 'Summer mugs' },
      { name: 'body', value: 'Two for one until Sunday.' },
    ],
    json: '{"campaignId":2,"effectType":"showNotification","props":{"notificationType":"Offer","title":"Summer mugs","body":"Two for one until Sunday."}}',
  };
  if (row.eventType === 'pageview') return [notification];
  const discount: EffectView = {
    campaignId: 1,
    campaignName: 'Ten percent from 100',
    ruleIndex: 0,
    ruleName: 'From 100',
    code: null,
    effectType: row.discount.startsWith('-') ? 'rollbackDiscount' : 'setDiscount',
    sentence: row.discount.startsWith('-')
      ? `Takes back ${row.discount.slice(1)} of “10% off”.`
      : `Takes ${row.discount} off the cart as “10% off”.`,
    amount: row.discount,
    unit: null,
    onFailure: false,
    props: [
      { name: 'name', value: '10% off' },
      { name: 'value', value: row.discount },
    ],
    json: `{"campaignId":1,"effectType":"setDiscount","props":{"name":"10% off","value":${row.discount}}}`,
  };
  return [discount, notification];
}

function campaignsOf(row: EventRowView): CampaignTraceView[] {
  const isOwed = row.effects > 0;
  return [
    {
      campaignId: 1,
      campaignName: 'Ten percent from 100',
      rules: [
        {
          index: 0,
          title: 'From 100',
          verdict: isOwed ? 'fired' : 'notMet',
          why: null,
          conditions: [
            condition('0', 'Total of the session is at least 100', '100', row.total ?? '', isOwed),
            {
              ...condition('1', 'At least one of', '', '', true),
              children: [
                condition('1/0', 'Customer group is “gold”', 'gold', 'silver', false),
                condition('1/1', 'Customer has closed at least 3 sessions', '3', '4', true),
              ],
            },
          ],
        },
      ],
    },
    {
      campaignId: 2,
      campaignName: 'Welcome back',
      rules: [
        {
          index: 0,
          title: 'Summer page',
          verdict: row.eventType === 'pageview' ? 'fired' : 'notMet',
          why: null,
          conditions: [
            condition('0', 'The event is pageview', 'pageview', row.eventType, row.eventType === 'pageview'),
            {
              ...condition('1', 'Page address contains “summer”', 'summer', '', row.eventType === 'pageview'),
              reason: row.eventType === 'pageview' ? null : 'attribute not set',
            },
          ],
        },
        {
          index: 1,
          title: 'Free mug from three shirts',
          verdict: 'failed',
          why: 'The free item could not be given: “MUG-0” has no price.',
          conditions: [condition('0', 'Quantity of shirts is at least 3', '3', '1', false)],
        },
      ],
    },
    {
      campaignId: 4,
      campaignName: 'Spring clearance',
      rules: [
        {
          index: 0,
          title: 'Twelve off everything',
          verdict: 'excluded',
          why: 'Ten percent from 100 gives more, so this campaign gave way.',
          conditions: [],
        },
      ],
    },
  ];
}

function condition(
  place: string,
  sentence: string,
  expected: string,
  actual: string,
  isMet: boolean,
): ConditionView {
  const pointer = `/promotionRules/0/blocks/${place}`;
  return {
    pointer,
    sentence,
    expected,
    actual,
    outcome: isMet ? 'passed' : 'notPassed',
    reason: null,
    children: [],
  };
}

function requestOf(row: EventRowView): string {
  if (row.eventType === 'pageview') {
    return `{"op":"trackEvent","body":{"profileId":"${row.profileId ?? ''}","type":"pageview","attributes":{"url":"/summer/mugs"}}}`;
  }
  return `{"op":"updateSession","id":"${row.sessionId}","body":{"customerSession":{"profileId":"${row.profileId ?? ''}","state":"${row.state}","cartItems":[{"sku":"MUG-1","name":"Enamel mug","quantity":2,"price":14.00},{"sku":"SHIRT-L","name":"Linen shirt","quantity":2,"price":39.90}]}}}`;
}
