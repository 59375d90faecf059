import type { Json } from '../../lib/json';

const wholeFormula = /^\s*\{\{([\s\S]*)\}\}\s*$/;

/** What is inside `{{ … }}` when the whole text is one formula; `null` for any other value. */
export function formulaIn(value: Json | undefined): string | null {
  if (typeof value !== 'string') return null;
  const inside = wholeFormula.exec(value)?.[1];
  return inside === undefined || inside.includes('}}') ? null : inside.trim();
}

/** Writes a formula as a value of the document. */
export function formulaValue(inside: string): string {
  return `{{ ${inside.trim()} }}`;
}

export type PercentageBase =
  | '$Session.Total'
  | '$Session.CartItemTotal'
  | '$Session.AdditionalCostTotal'
  | '$Item.Price'
  | `$Session.AdditionalCosts.${string}`
  | `$Item.AdditionalCosts.${string}`;

/** Whether a name can stand in a path as it is. */
export function isWord(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name);
}

/** A share of a price or a total, as a discount is usually given. */
export type Percentage = {
  base: PercentageBase;
  percent: string;
  /** Digits after the point it is rounded to, when it is rounded. */
  digits: string | null;
};

const share = String.raw`(\$Session\.Total|\$Session\.CartItemTotal|\$Session\.AdditionalCostTotal|\$Item\.Price|\$(?:Session|Item)\.AdditionalCosts\.[A-Za-z]\w*)\s*\*\s*(\d*(?:\.\d*)?)\s*%`;
const percentageShape = new RegExp(`^${share}$`);
const roundedShape = new RegExp(`^round\\(\\s*${share}\\s*,\\s*(\\d)\\s*\\)$`);

/** Reads `{{ $Session.Total * 10% }}`, rounded or not; `null` where the value is anything else. */
export function percentageIn(value: Json | undefined): Percentage | null {
  const formula = formulaIn(value) ?? '';
  const [, base, percent, digits] = percentageShape.exec(formula) ?? roundedShape.exec(formula) ?? [];
  if (base === undefined || percent === undefined) return null;
  return { base: base as PercentageBase, percent, digits: digits ?? null };
}

/** Writes a share as a formula. */
export function percentageValue({ base, percent, digits }: Percentage): string {
  const product = `${base} * ${percent}%`;
  return formulaValue(digits === null ? product : `round(${product}, ${digits})`);
}
