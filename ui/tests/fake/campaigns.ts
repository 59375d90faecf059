import type {
  CampaignRequest,
  CampaignRowView,
  CampaignState,
  CampaignView,
  EvaluationGroupView,
  FrontendState,
  GroupRequest,
  GroupsRequest,
} from '../../src/api/types';
import type { Json } from '../../src/lib/json';
import type { Answer, World } from '../fake-host';
import { budgetViews, tenPercentLimits } from './budgets';
import { checkRuleset } from './ruleCheck';
import { vocabulary } from './vocabulary';

const bigCart = {
  type: 'checkAttribute',
  attribute: '$Session.Total',
  operator: 'greaterThanOrEqual',
  value: 50,
};

const tenPercent: Json = {
  promotionRules: [
    {
      title: 'Ten percent for good customers',
      description: 'From 50, for gold customers or returning ones',
      blocks: [
        {
          ...bigCart,
          onFailure: [
            {
              type: 'showNotification',
              notificationType: 'Offer',
              title: 'Almost there',
              body: 'Spend {{ 50 - $Session.Total }} more for 10 % off.',
            },
          ],
        },
        {
          type: 'group',
          operator: 'atLeastOne',
          blocks: [
            {
              type: 'checkAttribute',
              attribute: '$Profile.Attributes.tier',
              operator: 'equals',
              value: 'gold',
            },
            {
              type: 'checkAttribute',
              attribute: '$Profile.ClosedSessions',
              operator: 'greaterThanOrEqual',
              value: 5,
            },
          ],
        },
        {
          type: 'awardDiscount',
          name: 'Ten off',
          value: '{{ $Session.Total * 10% }}',
          partial: false,
          target: { type: 'cart' },
        },
        { type: 'showNotification', notificationType: 'Offer', title: 'You saved 10 %', body: '' },
      ],
    },
  ],
  selectors: [],
};

const welcomeBack: Json = {
  promotionRules: [
    {
      title: 'Summer page',
      blocks: [
        {
          type: 'checkEvent',
          eventType: 'pageview',
          matchers: [
            {
              type: 'checkAttribute',
              attribute: '$Event.Attributes.url',
              operator: 'contains',
              value: '/summer',
            },
            {
              type: 'checkAttribute',
              attribute: '$Event.Attributes.seconds',
              operator: 'greaterThanOrEqual',
              value: 30,
            },
          ],
        },
        {
          type: 'showNotification',
          notificationType: 'Info',
          title: 'Welcome back',
          body: 'Summer is here.',
        },
      ],
    },
  ],
  selectors: [],
};

const shoeWeek: Json = {
  promotionRules: [
    {
      title: 'Fifteen percent off shoes',
      blocks: [
        { type: 'passthrough', expression: ['and', ['couponValid']] },
        { type: 'checkAttribute', attribute: '$Selectors.shoes', operator: 'not(empty)' },
        {
          type: 'awardDiscount',
          name: 'Shoe week',
          value: '{{ $Item.Price * 15% }}',
          partial: false,
          target: { type: 'selector', name: 'shoes' },
        },
        { type: 'awardItem', sku: 'SOCK-01', name: 'Running socks', quantity: '1' },
      ],
    },
  ],
  selectors: [
    {
      name: 'shoes',
      type: 'selector',
      source: '$Session.CartItems',
      steps: [
        {
          type: 'filter',
          predicate: {
            type: 'group',
            operator: 'all',
            blocks: [
              { type: 'checkAttribute', attribute: '$Item.Category', operator: 'equals', value: 'Shoes' },
            ],
          },
        },
        { type: 'sort', fields: [{ expression: '$Item.Price', direction: 'desc' }] },
        { type: 'select', operator: 'many', from: 'start', count: 2 },
      ],
    },
  ],
};

const row = (
  id: number,
  name: string,
  description: string,
  state: CampaignState,
  rules: string[],
  dates: [start: string, end: string] | null = null,
): CampaignRowView => ({
  id,
  position: id - 1,
  name,
  description,
  state,
  frontendState: dates && state === 'enabled' ? 'scheduled' : frontendStateOf(state),
  startTime: dates?.[0] ?? null,
  endTime: dates?.[1] ?? null,
  groupId: 0,
  rules,
});

function frontendStateOf(state: CampaignState): FrontendState {
  return state === 'enabled' ? 'running' : state;
}

function shopCampaigns(): CampaignView[] {
  return [
    {
      row: row(1, 'Ten percent from 50', 'A thank-you for good customers.', 'enabled', [
        'When Session total is at least 50 and Tier is gold or Closed sessions is at least 5: give 10 % off the cart.',
      ]),
      reevaluateOnReturn: false,
      limits: tenPercentLimits,
      ruleset: tenPercent,
      revision: 3,
    },
    {
      row: row(2, 'Welcome back', 'A greeting on the summer page.', 'enabled', [
        'When Page viewed happens and Page address contains “/summer”: show a notification.',
      ]),
      reevaluateOnReturn: false,
      limits: [],
      ruleset: welcomeBack,
      revision: 1,
    },
    {
      row: row(3, 'Shoe week', '', 'disabled', [
        'When there are shoes: give 15 % off the two dearest pairs.',
      ]),
      reevaluateOnReturn: false,
      limits: [],
      ruleset: shoeWeek,
      revision: 7,
    },
  ];
}

export function campaignAnswers(world: World): Record<string, Answer> {
  let all = world === 'empty' ? [] : shopCampaigns();
  let groups: EvaluationGroupView[] = [];
  const find = (id: unknown): CampaignView => {
    const found = all.find((campaign) => campaign.row.id === id);
    if (!found) throw { code: 'notFound', message: `There is no campaign ${id}.`, problems: [] };
    return found;
  };
  return {
    campaigns: () => all.map((campaign) => ({ ...campaign.row })),
    campaign: ({ id }) => structuredClone(find(id)),
    save_campaign: ({ id, body }) => {
      const saved = savedCampaign(all, id as number | null, body as CampaignRequest);
      all = [...all.filter((campaign) => campaign.row.id !== saved.row.id), saved];
      all.sort((a, b) => a.row.position - b.row.position);
      return structuredClone(saved);
    },
    set_campaign_state: ({ id, state }) => {
      const found = find(id);
      found.row.state = state as CampaignState;
      found.row.frontendState = frontendStateOf(found.row.state);
      return { ...found.row };
    },
    reorder_campaigns: ({ ids }) => {
      all = (ids as number[]).map(find);
      for (const [position, campaign] of all.entries()) campaign.row.position = position;
      return all.map((campaign) => ({ ...campaign.row }));
    },
    evaluation_groups: () => ({ groups }),
    save_evaluation_groups: ({ body }) => {
      groups = savedGroups(body as GroupsRequest, groups);
      for (const { row: saved } of all) {
        saved.groupId = groups.find(({ campaigns }) => campaigns.includes(saved.id))?.id ?? 0;
      }
      return { groups };
    },
    check_ruleset: ({ ruleset, sessionId, eventType }) =>
      checkRuleset(ruleset as Json, sessionId as string | null, String(eventType ?? 'talon_session_updated')),
    campaign_budgets: ({ id }) => budgetViews(find(id)),
    vocabulary: () => vocabulary,
  };
}

function savedGroups(body: GroupsRequest, before: readonly EvaluationGroupView[]): EvaluationGroupView[] {
  let newest = Math.max(0, ...before.map(({ id }) => id));
  const saved = (group: GroupRequest, parentId: number): EvaluationGroupView => {
    if (group.name.trim() === '') refuse('/groups/0/name', 'Write at least one character.');
    newest += group.id ? 0 : 1;
    const { name, mode, campaigns } = group;
    return { id: group.id ?? newest, parentId, name, mode, campaigns: campaigns ?? [] };
  };
  return body.groups.flatMap((group) => {
    const outer = saved(group, 0);
    return [outer, ...(group.groups ?? []).map((inner) => saved(inner, outer.id))];
  });
}

function savedCampaign(all: readonly CampaignView[], id: number | null, body: CampaignRequest): CampaignView {
  const before = all.find((campaign) => campaign.row.id === id);
  const state = body.state ?? before?.row.state ?? 'enabled';
  if (body.endTime && body.startTime && body.endTime <= body.startTime) {
    refuse('/endTime', 'The end must be after the start.');
  }
  if (body.name.trim() === '') refuse('/name', 'A campaign needs a name.');
  const [problem] = checkRuleset(body.ruleset, null, '').problems;
  if (problem) refuse(`/ruleset${problem.pointer}`, problem.message);
  return {
    row: {
      id: id ?? Math.max(0, ...all.map((campaign) => campaign.row.id)) + 1,
      position: before?.row.position ?? all.length,
      name: body.name,
      description: body.description ?? '',
      state,
      frontendState: body.startTime ? 'scheduled' : frontendStateOf(state),
      startTime: body.startTime || null,
      endTime: body.endTime || null,
      groupId: before?.row.groupId ?? 0,
      rules: before?.row.rules ?? ['A rule that was just written.'],
    },
    reevaluateOnReturn: body.reevaluateOnReturn ?? before?.reevaluateOnReturn ?? false,
    limits: body.limits ?? before?.limits ?? [],
    ruleset: body.ruleset,
    revision: (before?.revision ?? 0) + 1,
  };
}

function refuse(field: string, message: string): never {
  const problems = [{ field, title: 'Invalid', message, start: null, end: null }];
  throw { code: 'invalid', message: 'The campaign was not saved.', problems };
}
