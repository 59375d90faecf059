import type {
  CodeView,
  CouponChanges,
  CouponDetailView,
  CouponFilterView,
  CouponReservations,
  CouponStatusView,
  CouponsRequest,
  CouponView,
  SessionBody,
} from '../../src/api/types';
import type { Answer, World } from '../fake-host';

const code = (
  id: number,
  value: string,
  status: CouponStatusView,
  more: Partial<CouponView>,
): CouponView => ({
  id: String(id),
  value,
  campaignId: 1,
  campaignName: 'Ten percent from 50',
  status,
  statusText: status,
  used: 0,
  usageLimit: 1,
  profileLimit: 0,
  discounted: '0.00',
  discountLimit: null,
  recipient: null,
  starts: null,
  expires: null,
  reservationMandatory: false,
  implicitlyReserved: false,
  reservationLimit: 0,
  reserved: 0,
  attributes: [],
  attributesText: '',
  created: '2026-03-01T09:00:00Z',
  ...more,
});

function shopCodes(): CouponView[] {
  return [
    code(5, 'THANKS-7KQ2', 'unused', { recipient: 'ana' }),
    code(4, 'LATER-26', 'scheduled', { starts: '2026-06-01T00:00:00Z', usageLimit: 0 }),
    code(3, 'EARLYBIRD', 'expired', { expires: '2026-01-31T23:00:00Z', usageLimit: 0 }),
    code(2, 'GIFT-25', 'used', {
      statusText: 'used 2 times',
      used: 2,
      usageLimit: 0,
      discounted: '14.50',
      discountLimit: '25.00',
    }),
    code(1, 'SUMMER20', 'used', { statusText: 'used 3 of 5', used: 3, usageLimit: 5, profileLimit: 1 }),
  ];
}

/** A few codes with their statuses; creating adds to them, a file has two good rows and two bad ones. */
export function couponAnswers(world: World): Record<string, Answer> {
  let customers: string[] = [];
  let all = world === 'empty' ? [] : shopCodes();
  return {
    coupons: ({ filter }) => {
      const { campaignId, text, status } = filter as CouponFilterView;
      const rows = all.filter(
        (row) =>
          (campaignId == null || row.campaignId === campaignId) &&
          row.value.toLowerCase().includes((text ?? '').toLowerCase()) &&
          (status == null || row.status === status),
      );
      return { rows, next: null, total: rows.length };
    },
    coupon: ({ code: value }) => {
      const found = all.find((row) => row.value === value);
      if (!found) refuse('', `There is no code "${String(value)}".`);
      return detailOf(found as CouponView, customers);
    },
    update_coupon: ({ code: value, body }) => {
      const { usageLimit } = body as CouponChanges;
      all = all.map((row) =>
        row.value === value ? { ...row, usageLimit: usageLimit ?? row.usageLimit } : row,
      );
      return null;
    },
    delete_coupon: ({ code: value }) => {
      all = all.filter((row) => row.value !== value);
      return null;
    },
    create_coupon_reservation: ({ body }) => {
      customers = [...new Set([...customers, ...(body as CouponReservations).integrationIDs])];
      return null;
    },
    delete_coupon_reservation: ({ body }) => {
      customers = customers.filter((one) => !(body as CouponReservations).integrationIDs.includes(one));
      return null;
    },
    coupon_suggestions: () => (world === 'empty' ? [] : ['SUMMER20', 'GIFT-25']),
    coupon_progress: () => ({ done: 0, total: 0 }),
    stop_coupons: () => null,
    create_coupons: ({ id, body, dry }) => {
      const values = valuesOf(body as CouponsRequest, all.length);
      const taken = values.find((value) => all.some((row) => row.value === value));
      if (taken) refuse('/value', `There is a code "${taken}" already; choose another.`);
      if (!dry) {
        const fresh = values.map((value, index) =>
          code(all.length + index + 1, value, 'unused', { campaignId: Number(id) }),
        );
        all = [...fresh.reverse(), ...all];
      }
      return { created: values.length, first: values.slice(0, 20) };
    },
    choose_coupon_file: () => ({ name: 'codes.csv', csv: 'value,usageLimit\nA,1\nB,many\nC,2\nA,1\n' }),
    import_coupons: ({ dry, id }) => {
      if (!dry)
        all = [
          ...['C', 'A'].map((value, index) => code(90 + index, value, 'unused', { campaignId: Number(id) })),
          ...all,
        ];
      return {
        imported: 2,
        problems: [
          { line: 3, column: 'usageLimit', message: '"many" is not a whole number such as 5.' },
          { line: 5, column: 'value', message: '"A" stands in line 2 already.' },
        ],
        moreProblems: 0,
      };
    },
    export_coupons: () => ({ path: '/home/ana/codes.csv', rows: all.length }),
  };
}

function detailOf(coupon: CouponView, reservedFor: readonly string[]): CouponDetailView {
  const reserved = reservedFor.map((profile) => ({ profile, used: 0, reserved: true }));
  const users = coupon.used > 0 ? [{ profile: 'ben', used: coupon.used, reserved: false }] : [];
  return {
    coupon,
    customers: [...users, ...reserved],
    moreCustomers: false,
    notReservable:
      coupon.recipient === null
        ? null
        : `This code cannot be reserved for anybody more: it is for the customer ${coupon.recipient} only.`,
  };
}

function valuesOf(body: CouponsRequest, seed: number): string[] {
  if (body.couponPattern == null) {
    if (!body.value) refuse('/value', 'Enter at least one character.');
    return [body.value as string];
  }
  if (!body.couponPattern.includes('#')) {
    refuse('/couponPattern', 'The pattern has no # for a character to be chosen.');
  }
  const letters = 'ABCDEFGHJK';
  return Array.from({ length: body.numberOfCoupons ?? 1 }, (_, index) => {
    let rest = (seed + 7) * (index + 3) * 7919;
    return (body.couponPattern as string).replaceAll('#', () => {
      rest = Math.floor(rest / 3) + 11;
      return letters[rest % letters.length] ?? 'A';
    });
  });
}

function refuse(field: string, message: string): never {
  const problems = [{ field, title: 'Invalid', message, start: null, end: null }];
  throw { code: 'invalid', message: 'The codes were not created.', problems };
}

/** What became of the codes of a fake session: those that are known are accepted. */
export function codesOf(body: SessionBody): CodeView[] {
  return (body.couponCodes ?? []).map((value) => {
    const isKnown = shopCodes().some((row) => row.value === value && row.status !== 'expired');
    return {
      value,
      verdict: isKnown ? ('accepted' as const) : ('rejected' as const),
      sentence: isKnown ? 'It counts as used when the session closes.' : 'There is no such code.',
      campaignId: isKnown ? 1 : null,
      ruleIndex: isKnown ? 0 : null,
    };
  });
}
