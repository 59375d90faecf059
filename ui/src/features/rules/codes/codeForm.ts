import type { CouponsRequest } from '../../../api/types';

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
  };
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
