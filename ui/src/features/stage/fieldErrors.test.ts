import { expect, test } from 'vitest';
import { Refusal } from '../../api/refusal';
import { errorsUnder, fieldErrorsOf, leftoverMessages } from './fieldErrors';

const problem = (field: string, message: string) => ({ field, title: '', message, start: null, end: null });
const refusal = new Refusal({
  code: 'invalid',
  message: 'The submitted data was invalid.',
  problems: [
    problem('/customerSession/cartItems/2/price', 'Missing price.'),
    problem('/cartItems/12/price', 'Another price.'),
    problem('/attributes/channel', 'Not one of the choices.'),
    problem('/state', 'No such state.'),
  ],
});

test.each([
  ['/cartItems/2/price', 'Missing price.'],
  ['/cartItems/12/price', 'Another price.'],
  ['/cartItems/1/price', undefined],
  ['/attributes/channel', 'Not one of the choices.'],
])('%s says %s, with or without the envelope of the request', (pointer, message) => {
  expect(fieldErrorsOf(refusal).at(pointer)).toBe(message);
});

test('the errors of a line are those inside it, not those of a longer number', () => {
  const line = errorsUnder(fieldErrorsOf(refusal), '/cartItems/1');
  expect(line.within('')).toBeUndefined();
  expect(errorsUnder(fieldErrorsOf(refusal), '/cartItems/2').within('')).toBe('Missing price.');
});

test('what no field shows is said aloud', () => {
  expect(leftoverMessages(refusal)).toEqual(['No such state.']);
  expect(leftoverMessages(new Refusal({ code: 'move', message: 'No such move.', problems: [] }))).toEqual([
    'No such move.',
  ]);
});
