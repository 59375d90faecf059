import type { CouponStatusView, CouponView } from '../../../api/types';
import { Tag } from '../../../kit/Tag';
import { TimeText } from '../../../kit/TimeText';
import type { GridColumn } from '../../../kit/useGridTable';

/** The statuses a list can be narrowed to, by the words people read. */
export const statusWords: Record<CouponStatusView, string> = {
  unused: 'Unused',
  used: 'Used',
  reserved: 'Reserved',
  scheduled: 'Scheduled',
  expired: 'Expired',
};

const tones = {
  unused: 'good',
  used: 'accent',
  reserved: 'accent',
  scheduled: 'warn',
  expired: 'bad',
} as const;

/** The columns of the list of codes. */
export const codeColumns: GridColumn<CouponView>[] = [
  { id: 'code', header: 'Code', width: 124, isWide: true, render: (row) => <code>{row.value}</code> },
  {
    id: 'status',
    header: 'Status',
    width: 112,
    render: (row) => <Tag tone={tones[row.status]}>{row.statusText}</Tag>,
  },
  { id: 'uses', header: 'Uses', width: 68, render: (row) => limitText(row.usageLimit) },
  { id: 'each', header: 'Per customer', width: 104, render: (row) => limitText(row.profileLimit) },
  { id: 'discount', header: 'Discount given', width: 112, isFigure: true, render: discountText },
  { id: 'recipient', header: 'Only for', width: 90, render: (row) => row.recipient ?? quiet('everybody') },
  {
    id: 'attributes',
    header: 'Attributes',
    width: 140,
    render: (row) => row.attributesText || quiet('none'),
  },
  { id: 'starts', header: 'Starts', width: 160, render: (row) => momentText(row.starts, 'at once') },
  { id: 'expires', header: 'Expires', width: 160, render: (row) => momentText(row.expires, 'never') },
];

const quiet = (text: string) => <span className="text-ink-3">{text}</span>;

function limitText(limit: number) {
  return limit === 0 ? quiet('no limit') : String(limit);
}

function momentText(at: string | null, otherwise: string) {
  return at === null ? quiet(otherwise) : <TimeText at={at} />;
}

function discountText(row: CouponView) {
  return row.discountLimit === null ? quiet('no limit') : `${row.discounted} of ${row.discountLimit}`;
}
