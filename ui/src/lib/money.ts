import { groupThousands, isDecimalText, padFraction, signOf } from './decimal';
import { locale } from './locale';

/** How many digits a currency writes after the point; 2 where the code is not known. */
export function minorDigits(currency: string): number {
  try {
    const options = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * An amount for reading: grouped, at least the currency's minor digits, every stored digit kept, and a true
 * minus sign. `('-1234.5', 'EUR')` becomes `−1,234.50`. Text that is not a number comes back unchanged.
 */
export function formatAmount(amount: string, currency = 'EUR'): string {
  if (!isDecimalText(amount)) return amount;
  const shown = groupThousands(padFraction(amount.replace('-', ''), minorDigits(currency)));
  return signOf(amount) < 0 ? `−${shown}` : shown;
}

/** The amount followed by its currency code: `1,234.50 EUR`. */
export function formatMoney(amount: string, currency: string): string {
  return `${formatAmount(amount, currency)} ${currency}`;
}
