import type { CartItemBody, CostBody, SessionBody, SessionRequest } from '../../api/types';
import { type AttributeTexts, attributeBody, jsonOfText } from '../../lib/attributeText';
import { isDecimalText } from '../../lib/decimal';
import type { Json } from '../../lib/json';
import { type CostForm, isBlankLine, type LineForm, type Measures, type SessionForm } from './sessionForm';

/** A part of the form that is sent, and counted as a change, as a whole. */
export type Part = Exclude<keyof SessionForm, 'lines'> | 'cart';

/** The parts of `form` that differ from what is stored. */
export function changedParts(form: SessionForm, stored: SessionForm): Part[] {
  const bodies = [bodyOf(form), bodyOf(stored)] as const;
  return parts.filter((part) => !isSame(bodies[0][field[part]], bodies[1][field[part]]));
}

/** Lines that are new or differ from the stored line of the same key. */
export function changedLineKeys(form: SessionForm, stored: SessionForm): ReadonlySet<string> {
  const before = new Map(stored.lines.map((line) => [line.key, line]));
  return new Set(form.lines.filter((line) => !isSame(line, before.get(line.key))).map((line) => line.key));
}

/**
 * The request that turns `stored` into `form` and asks for `state`. What did not change is left out and so
 * keeps what is there; attributes that were emptied are sent as `null`, which removes them.
 */
export function requestOf(form: SessionForm, stored: SessionForm, state: 'open' | 'closed'): SessionRequest {
  const body = bodyOf(form);
  const changed: SessionBody = Object.fromEntries(
    changedParts(form, stored).map((part) => [field[part], body[field[part]]]),
  );
  if (changed.attributes) changed.attributes = attributeChanges(form.attributes, stored.attributes);
  return { customerSession: { ...changed, state } };
}

/** The lines that are sent, in the order the host counts them in its answers. */
export function sentLines(form: SessionForm): LineForm[] {
  return form.lines.filter((line) => !isBlankLine(line));
}

/** Whether a price is still being written, such as `12.`, or a named cost has none; nothing is previewed meanwhile. */
export function isUnfinished(form: SessionForm): boolean {
  const costs = [...form.costs, ...form.lines.flatMap((line) => line.costs)];
  const isUnpriced = costs.some((cost) => cost.name !== '' && cost.price === '');
  const prices = [...costs, ...form.lines].map(({ price }) => price);
  const measures = form.lines.flatMap((line) => Object.values(line.measures));
  return isUnpriced || [...prices, ...measures].some((text) => text !== '' && !isDecimalText(text));
}

/** Attributes that are merged: only those that differ, `null` where one was emptied. */
export function attributeChanges(now: AttributeTexts, before: AttributeTexts): Record<string, Json> {
  const stored = attributeBody(before);
  const all = Object.entries(now).map(([name, text]): [string, Json] => [name, jsonOfText(text)]);
  return Object.fromEntries(all.filter(([name, value]) => !isSame(value, stored[name] ?? null)));
}

const field = {
  profileId: 'profileId',
  cart: 'cartItems',
  couponCodes: 'couponCodes',
  referralCode: 'referralCode',
  identifiers: 'identifiers',
  loyaltyCards: 'loyaltyCards',
  store: 'storeIntegrationId',
  costs: 'additionalCosts',
  attributes: 'attributes',
} as const satisfies Record<Part, keyof SessionBody>;

const parts = Object.keys(field) as Part[];

function bodyOf(form: SessionForm): SessionBody {
  return {
    profileId: form.profileId,
    cartItems: sentLines(form).map(itemBody),
    couponCodes: [...form.couponCodes],
    referralCode: form.referralCode,
    identifiers: [...form.identifiers],
    loyaltyCards: [...form.loyaltyCards],
    storeIntegrationId: form.store,
    additionalCosts: costBody(form.costs),
    attributes: attributeBody(form.attributes),
  };
}

function itemBody(line: LineForm): CartItemBody {
  const { sku, quantity, name, category, product } = line;
  return {
    sku,
    quantity,
    ...(line.price === '' ? {} : { price: Number(line.price) }),
    ...(name === '' ? {} : { name }),
    ...(category === '' ? {} : { category }),
    ...(product === '' ? {} : { product: { name: product } }),
    ...measureBody(line.measures),
    ...(Object.keys(line.attributes).length === 0 ? {} : { attributes: attributeBody(line.attributes) }),
    ...(line.costs.length === 0 ? {} : { additionalCosts: costBody(line.costs) }),
  };
}

function measureBody(measures: Measures): Partial<Record<keyof Measures, number>> {
  const given = Object.entries(measures).filter(([, text]) => text !== '');
  return Object.fromEntries(given.map(([name, text]) => [name, Number(text)]));
}

function costBody(costs: readonly CostForm[]): Record<string, CostBody> {
  const named = costs.filter((cost) => cost.name !== '' || cost.price !== '');
  return Object.fromEntries(named.map((cost) => [cost.name, { price: Number(cost.price) }]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
