import type { CostView, MeasuresView, SessionView } from '../../api/types';
import { type AttributeTexts, textsOf } from '../../lib/attributeText';

/** A named additional cost while it is being edited; `key` tells rows apart. */
export type CostForm = { key: string; name: string; price: string };

/** Weight in grams and size in millimetres, as decimal text; empty where nothing is said. */
export type Measures = { weight: string; height: string; width: string; length: string };

/** A line of the cart while it is being edited; money is decimal text, `key` tells rows apart. */
export type LineForm = {
  key: string;
  sku: string;
  name: string;
  category: string;
  product: string;
  measures: Measures;
  quantity: number;
  price: string;
  attributes: AttributeTexts;
  costs: readonly CostForm[];
};

/** Everything of a session that can be edited on the stage. */
export type SessionForm = {
  /** Integration id of the customer; empty while anonymous. */
  profileId: string;
  lines: readonly LineForm[];
  couponCodes: readonly string[];
  referralCode: string;
  identifiers: readonly string[];
  loyaltyCards: readonly string[];
  store: string;
  costs: readonly CostForm[];
  attributes: AttributeTexts;
};

/** A session nobody has written anything in. */
export const emptyForm: SessionForm = {
  profileId: '',
  lines: [],
  couponCodes: [],
  referralCode: '',
  identifiers: [],
  loyaltyCards: [],
  store: '',
  costs: [],
  attributes: {},
};

const noMeasures: Measures = { weight: '', height: '', width: '', length: '' };

function measuresOf({ weight, height, width, length }: MeasuresView): Measures {
  return { weight: weight ?? '', height: height ?? '', width: width ?? '', length: length ?? '' };
}

/** A stored session as a form. */
export function formOf(session: SessionView): SessionForm {
  return {
    profileId: session.profileId ?? '',
    lines: session.items.map((item) => ({
      key: `line-${item.position}`,
      sku: item.sku,
      name: item.name,
      category: item.category,
      product: item.product,
      measures: measuresOf(item.measures),
      quantity: item.quantity,
      price: item.price,
      attributes: textsOf(item.attributes),
      costs: costFormsOf(item.additionalCosts),
    })),
    couponCodes: session.couponCodes,
    referralCode: session.referralCode,
    identifiers: session.identifiers,
    loyaltyCards: session.loyaltyCards,
    store: session.store ?? '',
    costs: costFormsOf(session.additionalCosts),
    attributes: textsOf(session.attributes),
  };
}

/** A new line, with nothing in it but one unit. */
export function blankLine(): LineForm {
  return {
    key: freshKey(),
    sku: '',
    name: '',
    category: '',
    product: '',
    measures: noMeasures,
    quantity: 1,
    price: '',
    attributes: {},
    costs: [],
  };
}

/** A new additional cost without name and price. */
export function blankCost(): CostForm {
  return { key: freshKey(), name: '', price: '' };
}

/** Whether nothing was written in the line yet; such lines are not sent. */
export function isBlankLine(line: LineForm): boolean {
  return line.sku === '' && line.name === '' && line.category === '' && line.price === '';
}

/** The form with one line replaced. */
export function withLine(form: SessionForm, line: LineForm): SessionForm {
  return { ...form, lines: form.lines.map((other) => (other.key === line.key ? line : other)) };
}

/** The form without one line. */
export function withoutLine(form: SessionForm, key: string): SessionForm {
  return { ...form, lines: form.lines.filter((line) => line.key !== key) };
}

let keysGiven = 0;

function freshKey(): string {
  keysGiven += 1;
  return `new-${keysGiven}`;
}

function costFormsOf(costs: readonly CostView[]): CostForm[] {
  return costs.map(({ name, price }) => ({ key: `cost-${name}`, name, price }));
}
