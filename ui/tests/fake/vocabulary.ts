import type { OperatorView, PathView, VocabularyView } from '../../src/api/types';
import { budgetVocabulary } from './budgets';

const builtIn = (path: string, title: string, group: string, type: string, meaning = ''): PathView => ({
  path,
  title,
  group,
  type,
  builtIn: true,
  eventType: null,
  suggestions: [],
  meaning,
});

const custom = (
  path: string,
  title: string,
  group: string,
  type: string,
  suggestions: string[] = [],
  eventType: string | null = null,
): PathView => ({ path, title, group, type, builtIn: false, eventType, suggestions, meaning: '' });

const paths: PathView[] = [
  builtIn(
    '$Session.Total',
    'Session total',
    'Session',
    'number',
    'The cart and all costs, before discounts.',
  ),
  builtIn('$Session.CartItemTotal', 'Cart item total', 'Session', 'number'),
  builtIn('$Session.FirstSession', 'First session', 'Session', 'boolean'),
  builtIn('$Session.CouponCodes', 'Coupon codes', 'Session', '(list string)'),
  builtIn('$Session.CartItems', 'Cart items', 'Session', 'units'),
  custom('$Session.Attributes.channel', 'Channel', 'Session', 'string', ['web', 'app', 'shop']),
  builtIn('$Profile.ClosedSessions', 'Closed sessions', 'Customer', 'number'),
  builtIn('$Profile.TotalSales', 'Total sales', 'Customer', 'number'),
  builtIn('$Profile.LastActivity', 'Last activity', 'Customer', 'time'),
  custom('$Profile.Attributes.tier', 'Tier', 'Customer', 'string', ['basic', 'silver', 'gold']),
  custom('$Profile.Attributes.interests', 'Interests', 'Customer', '(list string)', ['running', 'coffee']),
  builtIn('$Item.Sku', 'Item SKU', 'Item', 'string'),
  builtIn('$Item.Category', 'Item category', 'Item', 'string'),
  builtIn('$Item.Price', 'Item price', 'Item', 'number'),
  builtIn('$Event.Type', 'Event type', 'Event', 'string'),
  custom(
    '$Event.Attributes.url',
    'Page address',
    'Event pageview',
    'string',
    ['/summer', '/checkout'],
    'pageview',
  ),
  custom('$Event.Attributes.seconds', 'Seconds on the page', 'Event pageview', 'number', [], 'pageview'),
  builtIn('$Now', 'Current time', 'Time', 'time', 'In UTC.'),
];

const operator = (
  name: string,
  label: string,
  operands: OperatorView['operands'] = 'value',
): OperatorView => ({
  name,
  label,
  operands,
});

const isSet = [operator('exists', 'is set', 'none'), operator('not(exists)', 'is not set', 'none')];
const isEmpty = [operator('empty', 'is empty', 'none'), operator('not(empty)', 'is not empty', 'none')];
const isEqual = [operator('equals', 'is'), operator('not(equals)', 'is not')];

/** What the fake workspace offers to rules. */
export const vocabulary: VocabularyView = {
  additionalCosts: ['customs', 'shipping'],
  paths,
  operators: [
    {
      type: 'number',
      operators: [
        ...isEqual,
        operator('lessThan', 'is less than'),
        operator('lessThanOrEqual', 'is at most'),
        operator('greaterThan', 'is more than'),
        operator('greaterThanOrEqual', 'is at least'),
        operator('between', 'is between', 'minMax'),
        operator('oneOf', 'is one of', 'values'),
        ...isSet,
      ],
    },
    {
      type: 'string',
      operators: [
        ...isEqual,
        operator('contains', 'contains'),
        operator('startsWith', 'starts with'),
        operator('oneOf', 'is one of', 'values'),
        ...isEmpty,
        ...isSet,
      ],
    },
    {
      type: 'boolean',
      operators: [operator('isTrue', 'is true', 'none'), operator('isFalse', 'is false', 'none'), ...isSet],
    },
    {
      type: 'time',
      operators: [
        operator('before', 'is before'),
        operator('after', 'is after'),
        operator('within', 'is within', 'startEnd'),
        ...isSet,
      ],
    },
    {
      type: '(list string)',
      operators: [
        operator('contains', 'contains'),
        operator('containsOneOf', 'contains at least one of', 'list'),
        operator('containsAtLeast', 'contains at least', 'listAndCount'),
        ...isEmpty,
      ],
    },
    { type: 'units', operators: isEmpty },
  ],
  events: [
    { eventType: 'pageview', title: 'Page viewed', builtIn: false },
    { eventType: 'newsletter', title: 'Newsletter joined', builtIn: false },
    { eventType: 'talon_session_created', title: 'Session created', builtIn: true },
    { eventType: 'talon_session_updated', title: 'Session updated', builtIn: true },
    { eventType: 'talon_session_closed', title: 'Session closed', builtIn: true },
  ],
  budgets: budgetVocabulary,
  functions: [{ form: 'round(number, digits)', meaning: 'The number rounded half to even.' }],
};
