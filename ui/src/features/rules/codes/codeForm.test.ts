import { describe, expect, it } from 'vitest';
import type { CouponView } from '../../../api/types';
import { type CodeForm, changesOf, emptyCodeForm, examplesOf, formOf, requestOf } from './codeForm';

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

describe('the form of a code that is there', () => {
  const row = {
    value: 'A',
    usageLimit: 3,
    profileLimit: 1,
    discountLimit: '25.00',
    recipient: null,
    starts: null,
    expires: '2026-04-01T00:00:00Z',
    reservationMandatory: true,
    implicitlyReserved: false,
    reservationLimit: 5,
    attributes: [{ name: 'channel', title: 'Channel', type: 'string', text: 'mail', value: 'mail' }],
  } as unknown as CouponView;

  it('says the same terms again, and clears what is emptied', () => {
    const same = changesOf(formOf(row));
    expect(same).toEqual({
      usageLimit: 3,
      profileLimit: 1,
      reservationLimit: 5,
      discountLimit: 25,
      recipientIntegrationId: '',
      startDate: '',
      expiryDate: '2026-04-01T00:00:00Z',
      isReservationMandatory: true,
      implicitlyReserved: false,
      attributes: { channel: 'mail' },
    });
    const emptied = {
      ...formOf(row),
      discountLimit: '',
      attributes: { channel: { type: 'string', text: '' } },
    };
    expect(changesOf(emptied)).toMatchObject({ discountLimit: 0, attributes: { channel: null } });
  });
});
