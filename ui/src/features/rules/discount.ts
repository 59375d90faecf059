import type { Json } from '../../lib/json';
import type { AwardDiscountBlock } from './document';
import { formulaIn, formulaValue, type PercentageBase, percentageIn, percentageValue } from './formula';

export type DiscountKind = 'percent' | 'fixed' | 'formula';

/** How the value of a discount is written. */
export function discountKind(block: AwardDiscountBlock): DiscountKind {
  if (percentageIn(block.value)) return 'percent';
  return formulaIn(block.value) === null ? 'fixed' : 'formula';
}

/** The value written another way; a plain number keeps its figure. */
export function withDiscountKind(block: AwardDiscountBlock, kind: DiscountKind): Json {
  const figure = figureIn(block.value);
  if (kind === 'fixed') return Number(figure);
  if (kind === 'percent')
    return percentageValue({ base: usualBase(block.target), percent: figure, digits: null });
  return typeof block.value === 'number' ? formulaValue(String(block.value)) : block.value;
}

/**
 * The fields that change with the target: a percentage is of the cart for the cart, of each item's price for items,
 * and of all items together where one amount is shared.
 */
export function withTarget(block: AwardDiscountBlock, target: Record<string, Json>): Record<string, Json> {
  const percentage = percentageIn(block.value);
  const base = usualBase(target);
  const fits = !percentage || (base !== '$Item.Price' && percentage.base !== '$Item.Price');
  return fits ? { target } : { target, value: percentageValue({ ...percentage, base }) };
}

function usualBase(target: { type?: unknown; prorated?: unknown }): PercentageBase {
  if (target.type === 'cart') return '$Session.Total';
  return target.prorated === true ? '$Session.CartItemTotal' : '$Item.Price';
}

function figureIn(value: number | string): string {
  if (typeof value === 'number') return String(value);
  return (
    percentageIn(value)?.percent ?? /^\s*(\d+(?:\.\d+)?)\s*$/.exec(formulaIn(value) ?? value)?.[1] ?? '10'
  );
}
