import { signOf } from '../lib/decimal';
import { formatAmount } from '../lib/money';

export type MoneyProps = {
  /** Decimal text. */
  amount: string;
  /** ISO 4217 code, shown after the amount. */
  currency?: string;
  /** A taking-away is written with a minus; a zero is quiet. */
  isQuietAtZero?: boolean;
};

/** An amount in tabular figures. */
export function Money({ amount, currency, isQuietAtZero }: MoneyProps) {
  const isQuiet = isQuietAtZero && signOf(amount) === 0;
  return (
    <span className={`whitespace-nowrap tabular-nums ${isQuiet ? 'text-ink-3' : ''}`}>
      {formatAmount(amount, currency)}
      {currency ? <span className="ml-1 text-ink-3">{currency}</span> : null}
    </span>
  );
}
