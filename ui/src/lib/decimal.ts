/**
 * Decimal text: an optional sign, digits, an optional fraction. Amounts stay text from end to end; nothing
 * here turns them into binary floats.
 */
const decimalShape = /^-?\d+(\.\d+)?$/;

/** Whether the text is one finite decimal number. */
export function isDecimalText(text: string): boolean {
  return decimalShape.test(text);
}

/** Groups the whole part by thousands: `1234567.5` becomes `1,234,567.5`. Other text comes back unchanged. */
export function groupThousands(text: string): string {
  if (!isDecimalText(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Pads the fraction to at least `places` digits and cuts nothing off: `5` → `5.00`, `5.125` → `5.125`. */
export function padFraction(text: string, places: number): string {
  if (!isDecimalText(text) || places <= 0) return text;
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
}

/** -1 below zero, 0 at zero, 1 above, for decimal text. */
export function signOf(text: string): -1 | 0 | 1 {
  if (!isDecimalText(text) || /^-?0*(\.0*)?$/.test(text)) return 0;
  return text.startsWith('-') ? -1 : 1;
}

/** `left − right`, exactly, for two decimal texts: `('100', '96.50')` gives `3.50`. `null` where either is no number. */
export function differenceOf(left: string, right: string): string | null {
  if (!isDecimalText(left) || !isDecimalText(right)) return null;
  const places = Math.max(fractionLength(left), fractionLength(right));
  const scaled = scaledBy(left, places) - scaledBy(right, places);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

function fractionLength(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function scaledBy(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
}
