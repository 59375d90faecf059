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

export type PercentageBase = '$Session.Total' | '$Session.CartItemTotal' | '$Item.Price';

/** A share of a price or a total, as a discount is usually given. */
export type Percentage = { base: PercentageBase; percent: string };

const percentageShape =
  /^(\$Session\.Total|\$Session\.CartItemTotal|\$Item\.Price)\s*\*\s*(\d+(?:\.\d+)?|)\s*%$/;

/** Reads `{{ $Session.Total * 10% }}`; `null` where the value is anything else. */
export function percentageIn(value: Json | undefined): Percentage | null {
  const [, base, percent] = percentageShape.exec(formulaIn(value) ?? '') ?? [];
  return base === undefined || percent === undefined ? null : { base: base as PercentageBase, percent };
}

/** Writes a share as a formula. */
export function percentageValue({ base, percent }: Percentage): string {
  return formulaValue(`${base} * ${percent}%`);
}
