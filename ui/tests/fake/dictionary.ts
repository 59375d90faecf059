import type { AttributeRequest, AttributeView, DictionaryView, EventTypeView } from '../../src/api/types';
import type { Answer, World } from '../fake-host';

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
    path: `$${entity}.${name}`,
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
  meaning: 'Custom event.',
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

const builtInEvents = [
  'talon_session_created',
  'talon_session_updated',
  'talon_session_closed',
  'talon_session_cancelled',
  'talon_session_revoked',
  'talon_session_partially_returned',
  'talon_session_reopened',
  'talon_profile_created',
  'talon_profile_updated',
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
          attribute('Profile', 'TotalSales', 'number', { title: 'Total sales' }),
          attribute('Profile', 'Email', 'string', { id: 1, locked: false, title: 'E-mail' }),
        ],
      },
      {
        entity: 'CustomerSession',
        title: 'Customer session',
        attributes: [attribute('Session', 'Total', 'number', { title: 'Total' })],
      },
      {
        entity: 'CartItem',
        title: 'Cart item',
        attributes: [attribute('Item', 'Price', 'number', { title: 'Price' })],
      },
      { entity: 'Event', title: 'Event', attributes: [] },
    ],
    eventTypes: [
      ...(world === 'empty' ? [] : [pageview]),
      ...builtInEvents.map((name) => ({
        name,
        title: name,
        builtIn: true,
        meaning: 'Built in.',
        attributes: [],
        recorded: 20,
        lastSeen: null,
        usedBy: [],
      })),
    ],
  };
  return {
    dictionary: () => dictionary,
    create_attribute: (args) => createAttribute(dictionary, args.body as AttributeRequest, args.dry === true),
    edit_attribute: () => pageview.attributes[0],
  };
}

function createAttribute(dictionary: DictionaryView, body: AttributeRequest, dry: boolean): AttributeView {
  if (!/^[A-Za-z]\w*$/.test(body.name)) {
    const message = 'An API name starts with a letter and goes on with letters, digits and underscores.';
    throw {
      code: 'invalid',
      message: 'The attribute cannot be created.',
      problems: [{ field: '/name', title: 'Invalid', message, start: null, end: null }],
    };
  }
  const made = attribute(body.entity, body.name, body.type, {
    id: 9,
    locked: false,
    eventType: body.eventType ?? null,
    title: body.title || body.name,
  });
  if (dry) return made;
  const eventType = dictionary.eventTypes.find((type) => type.name === body.eventType);
  if (eventType) eventType.attributes.push(made);
  else dictionary.entities.find((entity) => entity.entity === body.entity)?.attributes.push(made);
  return made;
}
