import type { CouponChanges, CouponsRequest, CouponView } from '../../../api/types';
import { type AttributeTexts, attributeBody, jsonOfText, textsOf } from '../../../lib/attributeText';
import type { Json } from '../../../lib/json';

/** What the form for new codes holds, as typed. */
export type CodeForm = {
  kind: 'one' | 'many';
  value: string;
  pattern: string;
  letters: string;
  number: string;
  usageLimit: string;
  profileLimit: string;
  discountLimit: string;
  recipient: string;
  starts: string;
  expires: string;
  mustReserve: boolean;
  isForEverybody: boolean;
  reservationLimit: string;
  attributes: AttributeTexts;
};

export const emptyCodeForm: CodeForm = {
  kind: 'one',
  value: '',
  pattern: 'SUMMER-####-##',
  letters: '',
  number: '100',
  usageLimit: '1',
  profileLimit: '0',
  discountLimit: '',
  recipient: '',
  starts: '',
  expires: '',
  mustReserve: false,
  isForEverybody: false,
  reservationLimit: '0',
  attributes: {},
};

/** The request a form stands for; what is left empty is left out. */
export function requestOf(form: CodeForm): CouponsRequest {
  return {
    ...(form.kind === 'one' ? { value: form.value } : many(form, wholeOf(form.number) ?? 0)),
    ...filled('usageLimit', wholeOf(form.usageLimit)),
    ...filled('profileLimit', wholeOf(form.profileLimit)),
    ...filled('discountLimit', amountOf(form.discountLimit)),
    ...filled('recipientIntegrationId', form.recipient || undefined),
    ...filled('startDate', form.starts || undefined),
    ...filled('expiryDate', form.expires || undefined),
    ...(form.mustReserve ? { isReservationMandatory: true } : {}),
    ...(form.isForEverybody ? { implicitlyReserved: true } : {}),
    ...filled('reservationLimit', wholeOf(form.reservationLimit) || undefined),
    ...filled('attributes', filledBody(attributeBody(form.attributes))),
  };
}

/** The form of a code that is there. */
export function formOf(row: CouponView): CodeForm {
  return {
    ...emptyCodeForm,
    value: row.value,
    usageLimit: String(row.usageLimit),
    profileLimit: String(row.profileLimit),
    discountLimit: row.discountLimit ?? '',
    recipient: row.recipient ?? '',
    starts: row.starts ?? '',
    expires: row.expires ?? '',
    mustReserve: row.reservationMandatory,
    isForEverybody: row.implicitlyReserved,
    reservationLimit: String(row.reservationLimit),
    attributes: textsOf(row.attributes),
  };
}

/** What a form changes of a code: every term, cleared where the form is empty. */
export function changesOf(form: CodeForm): CouponChanges {
  const attributes = Object.entries(form.attributes).map(([name, text]): [string, Json] => [
    name,
    jsonOfText(text),
  ]);
  return {
    ...filled('usageLimit', wholeOf(form.usageLimit)),
    ...filled('profileLimit', wholeOf(form.profileLimit)),
    ...filled('reservationLimit', wholeOf(form.reservationLimit)),
    discountLimit: amountOf(form.discountLimit) ?? 0,
    recipientIntegrationId: form.recipient,
    startDate: form.starts,
    expiryDate: form.expires,
    isReservationMandatory: form.mustReserve,
    implicitlyReserved: form.isForEverybody,
    ...filled('attributes', attributes.length === 0 ? undefined : Object.fromEntries(attributes)),
  };
}

function filledBody(body: Record<string, Json>): Record<string, Json> | undefined {
  return Object.keys(body).length === 0 ? undefined : body;
}

/** A request for a few codes of the form's pattern, to look at. */
export function examplesOf(form: CodeForm, count: number): CouponsRequest {
  return many(form, count);
}

function many(form: CodeForm, numberOfCoupons: number): CouponsRequest {
  return {
    couponPattern: form.pattern,
    numberOfCoupons,
    ...filled('validCharacters', form.letters || undefined),
  };
}

function filled<Value>(name: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : { [name]: value };
}

function wholeOf(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}

function amountOf(text: string): number | undefined {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(amount) ? undefined : amount;
}
