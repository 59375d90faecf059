import { expect, test } from 'vitest';
import { problemsIn } from './requestProblems';

const session = '{"op":"updateSession","body":{"customerSession":{"cartItems":[{"quantity":0}]}}}';
const returned = '{"op":"returnItems","body":{"return":{"returnedCartItems":[{"quantity":9}]}}}';
const event = '{"op":"trackEvent","body":{"attributes":{"a/b":1}}}';

test.each([
  ['in a session', session, '/cartItems/0/quantity', '/body/customerSession/cartItems/0/quantity'],
  ['in a return', returned, '/returnedCartItems/0/quantity', '/body/return/returnedCartItems/0/quantity'],
  ['in an event, with an escaped slash', event, '/attributes/a~1b', '/body/attributes/a~1b'],
  ['already whole', session, '/body/customerSession', '/body/customerSession'],
  ['nowhere', session, '/missing', '/missing'],
  ['in what is no JSON', '{', '/cartItems', '/cartItems'],
])('a refused field is found %s', (_, request, field, pointer) => {
  const problem = { field, title: 'Invalid', message: 'Must be at least 1.', start: null, end: null };
  expect(problemsIn(request, [problem])).toEqual([{ pointer, message: 'Must be at least 1.' }]);
});
