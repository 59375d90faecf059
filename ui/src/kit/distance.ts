import { differenceOf, signOf } from '../lib/decimal';

/**
 * How far a number that was found is from the one that was wanted: `short by 4.00` or `over by 2`.
 * `null` when either is no number, or when they are equal.
 */
export function distanceOf(expected: string, actual: string): string | null {
  const difference = differenceOf(expected, actual);
  if (difference === null || signOf(difference) === 0) return null;
  return signOf(difference) > 0 ? `short by ${difference}` : `over by ${difference.replace('-', '')}`;
}
