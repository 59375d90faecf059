import type { TotalsView } from '../../api/types';
import { Money } from '../../kit/Money';
import { Note } from '../../kit/Note';
import { signOf } from '../../lib/decimal';

export type TotalsTableProps = {
  /** As stored; `null` while nothing is. */
  before: TotalsView | null;
  /** As it would be; `null` while nothing would change. */
  after: TotalsView | null;
  currency: string;
};

type Figure = Exclude<keyof TotalsView, 'floored'>;

const rows: readonly { figure: Figure; title: string; isRare?: boolean; isLast?: boolean }[] = [
  { figure: 'cartItemTotal', title: 'Cart' },
  { figure: 'additionalCostTotal', title: 'Additional costs', isRare: true },
  { figure: 'cartItemAdditionalCostTotal', title: 'Costs of items', isRare: true },
  { figure: 'total', title: 'Before discounts' },
  { figure: 'discount', title: 'Discount' },
  { figure: 'payable', title: 'To pay', isLast: true },
];

/** The sums of a session, side by side with what they would become. */
export function TotalsTable({ before, after, currency }: TotalsTableProps) {
  const now = after ?? before;
  if (!now) return null;
  const isBoth = before !== null && after !== null;
  const shown = rows.filter(({ figure, isRare }) => !isRare || signOf(now[figure]) !== 0);
  return (
    <div className="bg-surface px-3 py-2">
      <table aria-label={`Totals in ${currency}`} className="w-full border-collapse">
        <thead>
          <tr className="text-sm text-ink-3">
            <th scope="col" className="text-left font-medium">
              {currency}
            </th>
            {isBoth ? (
              <th scope="col" className="text-right font-medium">
                Stored
              </th>
            ) : null}
            <th scope="col" className="pl-3 text-right font-medium">
              {after ? 'Preview' : 'Stored'}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ figure, title, isLast }) => (
            <tr key={figure} className={isLast ? 'border-line border-t text-lg font-semibold' : ''}>
              <th
                scope="row"
                className={`whitespace-nowrap text-left ${isLast ? 'py-1' : 'font-normal text-ink-2'}`}
              >
                {title}
              </th>
              {isBoth ? (
                <td className="text-right text-base font-normal text-ink-3">
                  <Money amount={before[figure]} />
                </td>
              ) : null}
              <td className="pl-3 text-right">
                <Money amount={now[figure]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {now.floored ? (
        <Note tone="warn">
          The discounts are larger than the total; what is left to pay is shown as zero.
        </Note>
      ) : null}
    </div>
  );
}
