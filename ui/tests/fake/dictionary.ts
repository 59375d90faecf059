import type {
  AttributeEdit,
  AttributeRequest,
  AttributeView,
  DictionaryView,
  EventTypeView,
} from '../../src/api/types';
import type { Answer, World } from '../fake-host';

const roots: Record<string, string> = {
  CustomerProfile: 'Profile',
  CustomerSession: 'Session',
  CartItem: 'Item',
};

function attribute(
  entity: string,
  name: string,
  type: string,
  more: Partial<AttributeView> = {},
): AttributeView {
  return {
    id: null,
    entity,
    eventType: null,
    name,
    path: `$${roots[entity] ?? entity}.${name}`,
    title: name,
    type,
    description: '',
    suggestions: [],
    restrictedBySuggestions: false,
    hidden: false,
    locked: true,
    lastSeen: null,
    usedBy: [],
    ...more,
  };
}

const pageview: EventTypeView = {
  name: 'pageview',
  title: 'pageview',
  builtIn: false,
  meaning: 'A custom event, triggered with Track event. It cannot be cancelled.',
  attributes: [
    attribute('Event', 'url', 'string', {
      id: 3,
      eventType: 'pageview',
      path: '$Event.Attributes.url',
      title: 'Page address',
      locked: false,
      suggestions: ['/summer', '/checkout'],
      lastSeen: '2026-03-04T11:01:00Z',
      usedBy: [{ campaignId: 2, name: 'Welcome back' }],
    }),
  ],
  recorded: 42,
  lastSeen: '2026-03-04T11:01:00Z',
  usedBy: [{ campaignId: 2, name: 'Welcome back' }],
};

const addedToNewsletter: EventTypeView = {
  name: 'newsletter joined',
  title: 'newsletter joined',
  builtIn: false,
  meaning: 'A custom event, triggered with Track event. It cannot be cancelled.',
  attributes: [
    attribute('Event', 'channel', 'string', {
      id: 5,
      eventType: 'newsletter joined',
      path: '$Event.Attributes.channel',
      title: 'Channel',
      locked: false,
      suggestions: ['footer', 'checkout', 'till', 'fair', 'friend', 'post'],
      restrictedBySuggestions: true,
    }),
    attribute('Event', 'topics', '(list string)', {
      id: 6,
      eventType: 'newsletter joined',
      path: '$Event.Attributes.topics',
      title: 'Topics',
      locked: false,
      hidden: true,
    }),
  ],
  recorded: 0,
  lastSeen: null,
  usedBy: [],
};

/** Name, title, meaning, recorded. */
const builtInEvents: [string, string, string, number][] = [
  ['talon_session_created', 'Customer Session Creation', 'A session that was not known before begins.', 61],
  ['talon_session_updated', 'Customer Session Update', 'An open session changes and stays open.', 102],
  ['talon_session_closed', 'Customer Session Closing', 'An open session is paid: discounts stand.', 38],
  ['talon_session_cancelled', 'Customer Session Cancelling', 'An open session is given up.', 6],
  ['talon_session_revoked', 'Customer Session Revoking', 'A paid session is cancelled.', 3],
  ['talon_session_partially_returned', 'Customer Session Return', 'Items of a paid session come back.', 4],
  ['talon_session_reopened', 'Customer Session Reopening', 'A closed session opens again.', 2],
  ['talon_profile_created', 'Customer Profile Registration', 'A customer who was not known is saved.', 14],
  ['talon_profile_updated', 'Customer Profile Update', 'A known customer is saved again.', 0],
];

export function dictionaryAnswers(world: World): Record<string, Answer> {
  const dictionary: DictionaryView = {
    types: [
      'string',
      'number',
      'boolean',
      'time',
      '(list string)',
      '(list number)',
      '(list boolean)',
      '(list time)',
      'location',
    ],
    entities: [
      {
        entity: 'CustomerProfile',
        title: 'Customer profile',
        attributes: [
          attribute('CustomerProfile', 'TotalSales', 'number', {
            title: 'Total Sales',
            description: 'Money spent before discounts, without what was cancelled, reopened or returned.',
            usedBy: [{ campaignId: 3, name: 'Loyal customers' }],
          }),
          attribute('CustomerProfile', 'ClosedSessions', 'number', {
            title: 'Closed Sessions',
            description: 'Sessions the customer closed, without cancelled and reopened ones.',
          }),
          attribute('CustomerProfile', 'Created', 'time', {
            title: 'Create Date (Customer)',
            description: 'When the customer was first heard of.',
          }),
          attribute('CustomerProfile', 'Email', 'string', {
            id: 1,
            locked: false,
            title: 'E-mail',
            path: '$Profile.Attributes.Email',
            description: 'Where receipts are sent.',
          }),
          attribute('CustomerProfile', 'tier', 'string', {
            id: 2,
            locked: false,
            title: 'Tier',
            path: '$Profile.Attributes.tier',
            description: 'How loyal the customer is.',
            suggestions: ['bronze', 'silver', 'gold'],
            restrictedBySuggestions: true,
            usedBy: [
              { campaignId: 3, name: 'Loyal customers' },
              { campaignId: 2, name: 'Welcome back' },
            ],
          }),
        ],
      },
      {
        entity: 'CustomerSession',
        title: 'Customer session',
        attributes: [
          attribute('CustomerSession', 'Total', 'number', {
            title: 'Session Total',
            description: 'Items and all additional costs, before discounts.',
          }),
          attribute('CustomerSession', 'State', 'string', {
            title: 'Session State',
            description: 'open, closed, partially_returned or cancelled.',
          }),
        ],
      },
      {
        entity: 'CartItem',
        title: 'Cart item',
        attributes: [
          attribute('CartItem', 'Price', 'number', { title: 'Price', description: 'Price of one unit.' }),
          attribute('CartItem', 'colour', 'string', {
            id: 4,
            locked: false,
            title: 'Colour',
            path: '$Item.Attributes.colour',
            suggestions: ['blue', 'white', 'terracotta'],
          }),
        ],
      },
      { entity: 'Event', title: 'Event', attributes: [] },
    ],
    eventTypes: [
      ...(world === 'empty' ? [] : [addedToNewsletter, pageview]),
      ...builtInEvents.map(([name, title, meaning, recorded]) => ({
        name,
        title,
        builtIn: true,
        meaning,
        attributes: [
          attribute('Event', 'Type', 'string', {
            path: '$Event.Type',
            title: 'Event type',
            description: 'The name of the event.',
          }),
        ],
        recorded: world === 'empty' ? 0 : recorded,
        lastSeen: world === 'empty' || recorded === 0 ? null : '2026-03-04T10:40:00Z',
        usedBy: world === 'shop' && name.endsWith('closed') ? [{ campaignId: 1, name: 'Summer mugs' }] : [],
      })),
    ],
  };
  return {
    dictionary: () => structuredClone(dictionary),
    create_attribute: (args) => createAttribute(dictionary, args.body as AttributeRequest, args.dry === true),
    edit_attribute: (args) =>
      editAttribute(dictionary, Number(args.id), args.body as AttributeEdit, args.dry === true),
  };
}

function refuse(field: string, message: string): never {
  throw {
    code: 'invalid',
    message: 'The submitted data was invalid',
    problems: [{ field, title: 'Invalid', message, start: null, end: null }],
  };
}

function createAttribute(dictionary: DictionaryView, body: AttributeRequest, dry: boolean): AttributeView {
  if (body.eventType?.startsWith('talon_')) {
    refuse('/eventType', `"${body.eventType}" begins with "talon_", which only built-in events may.`);
  }
  if (!/^[A-Za-z]\w*$/.test(body.name)) {
    refuse('/name', 'An API name starts with a letter and goes on with letters, digits and underscores.');
  }
  const twice = (body.suggestions ?? []).findIndex((text, at, all) => all.indexOf(text) < at);
  if (twice >= 0) {
    refuse(`/suggestions/${twice}`, `"${body.suggestions?.[twice]}" is in the list already.`);
  }
  const made = attribute(body.entity, body.name, body.type, {
    id: 9,
    locked: false,
    eventType: body.eventType ?? null,
    path: `$${roots[body.entity] ?? body.entity}.Attributes.${body.name}`,
    title: body.title || body.name,
    description: body.description ?? '',
    suggestions: body.suggestions ?? [],
    restrictedBySuggestions: body.restrictedBySuggestions ?? false,
  });
  if (!dry) add(dictionary, made);
  return made;
}

function add(dictionary: DictionaryView, made: AttributeView) {
  if (made.eventType === null) {
    dictionary.entities.find((entity) => entity.entity === made.entity)?.attributes.push(made);
    return;
  }
  const eventType = dictionary.eventTypes.find((type) => type.name === made.eventType);
  if (eventType) eventType.attributes.push(made);
  else {
    const { eventType: name } = made;
    const fresh = { ...addedToNewsletter, name, title: name, attributes: [made] };
    dictionary.eventTypes.unshift(fresh);
  }
}

function editAttribute(
  dictionary: DictionaryView,
  id: number,
  body: AttributeEdit,
  dry: boolean,
): AttributeView {
  if (/[<>]/.test(body.title ?? '')) {
    refuse('/title', `"${body.title}" is not a title; begin with a letter A–Z.`);
  }
  const owners = [...dictionary.entities, ...dictionary.eventTypes];
  const found = owners.flatMap((owner) => owner.attributes).find((one) => one.id === id);
  if (!found) throw { code: 'notFound', message: `There is no attribute "${id}"`, problems: [] };
  const edited = {
    ...found,
    title: body.title || found.name,
    description: body.description ?? found.description,
    suggestions: body.suggestions ?? found.suggestions,
    restrictedBySuggestions: body.restrictedBySuggestions ?? found.restrictedBySuggestions,
    hidden: body.hidden ?? found.hidden,
  };
  if (!dry) Object.assign(found, edited);
  return edited;
}
