import { describe, expect, it } from 'vitest';
import { type CodeForm, emptyCodeForm, examplesOf, requestOf } from './codeForm';

const form = (fields: Partial<CodeForm>): CodeForm => ({ ...emptyCodeForm, ...fields });

describe('the request of a form for codes', () => {
  it.each([
    ['one code', { value: 'SUMMER20' }, { value: 'SUMMER20', usageLimit: 1, profileLimit: 0 }],
    [
      'many by a pattern',
      { kind: 'many' as const, pattern: 'S-##', number: '12', letters: 'AB' },
      { couponPattern: 'S-##', numberOfCoupons: 12, validCharacters: 'AB', usageLimit: 1, profileLimit: 0 },
    ],
    [
      'terms that are filled in',
      { value: 'A', usageLimit: '0', discountLimit: '12,50', recipient: 'ana', mustReserve: true },
      {
        value: 'A',
        usageLimit: 0,
        profileLimit: 0,
        discountLimit: 12.5,
        recipientIntegrationId: 'ana',
        isReservationMandatory: true,
      },
    ],
    ['a limit nobody typed', { value: 'A', usageLimit: '', profileLimit: '' }, { value: 'A' }],
  ])('holds %s', (_, fields, expected) => {
    expect(requestOf(form(fields))).toEqual(expected);
  });

  it('asks for a few examples of the pattern alone', () => {
    expect(examplesOf(form({ usageLimit: '7', pattern: '##' }), 3)).toEqual({
      couponPattern: '##',
      numberOfCoupons: 3,
    });
  });
});
