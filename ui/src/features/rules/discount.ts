import type { Json } from '../../lib/json';
import type { AwardDiscountBlock, DiscountTarget, PlainDiscountTarget } from './document';
import {
  formulaIn,
  formulaValue,
  isWord,
  type PercentageBase,
  percentageIn,
  percentageValue,
} from './formula';

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
  const isOfCart = (one: PercentageBase) => one === '$Session.Total' || one === '$Session.CartItemTotal';
  const fits = !percentage || (isOfCart(base) && isOfCart(percentage.base));
  return fits ? { target } : { target, value: percentageValue({ ...percentage, base }) };
}

/** The additional cost a discount is for; `null` when it is for the cart or for items as such. */
export function costOf(target: DiscountTarget): string | null {
  return target.type === 'additionalCost' ? target.additionalCost.name : null;
}

/** The cart or the items, also where it is their additional cost that is discounted. */
export function plainTarget(target: DiscountTarget): PlainDiscountTarget {
  return target.type === 'additionalCost' ? target.target : target;
}

/** The target for an additional cost of that name; `null` for none. The vendor's number goes with the name. */
export function withCost(target: DiscountTarget, name: string | null): Record<string, Json> {
  const { prorated: _, ...plain } = plainTarget(target) as Record<string, Json>;
  if (name === null) return plain;
  const isSame = costOf(target) === name;
  const additionalCost = isSame ? (target as Record<string, Json>).additionalCost : { name };
  return { type: 'additionalCost', additionalCost: additionalCost ?? { name }, target: plain };
}

/** The same for another part of the cart. */
export function withPlainTarget(target: DiscountTarget, plain: Record<string, Json>): Record<string, Json> {
  return target.type === 'additionalCost' ? { ...(target as Record<string, Json>), target: plain } : plain;
}

/** Whether the value is computed for every item. */
export function isPerItem(target: DiscountTarget): boolean {
  const plain = plainTarget(target);
  return plain.type !== 'cart' && !plain.prorated;
}

function usualBase(target: Record<string, unknown>): PercentageBase {
  if (target.type === 'additionalCost') {
    const [plain, cost] = [target.target as { type: string }, target.additionalCost as { name: string }];
    const owner = plain.type === 'cart' ? '$Session' : '$Item';
    if (isWord(cost.name)) return `${owner}.AdditionalCosts.${cost.name}`;
    return owner === '$Session' ? '$Session.AdditionalCostTotal' : '$Item.Price';
  }
  if (target.type === 'cart') return '$Session.Total';
  return target.prorated === true ? '$Session.CartItemTotal' : '$Item.Price';
}

function figureIn(value: number | string): string {
  if (typeof value === 'number') return String(value);
  return (
    percentageIn(value)?.percent ?? /^\s*(\d+(?:\.\d+)?)\s*$/.exec(formulaIn(value) ?? value)?.[1] ?? '10'
  );
}
