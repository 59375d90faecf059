import { expect, test } from 'vitest';
import { distanceOf } from './distance';

test.each([
  ['100', '96', 'short by 4'],
  ['100.00', '96', 'short by 4.00'],
  ['0.3', '0.1', 'short by 0.2'],
  ['3', '10.5', 'over by 7.5'],
  ['-5', '-7.25', 'short by 2.25'],
  ['12345678901234567890.01', '12345678901234567890', 'short by 0.01'],
  ['100', '100.00', null],
  ['gold', 'silver', null],
  ['100', '', null],
  ['', '', null],
])('wanted %j, found %j: %s', (expected, actual, distance) => {
  expect(distanceOf(expected, actual)).toBe(distance);
});
