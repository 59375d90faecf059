import { locale } from './locale';

const plural = new Intl.PluralRules(locale);
const whole = new Intl.NumberFormat(locale);

/** A whole number for reading: `1,204`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A count with its noun: `1 event`, `1,204 events`. Irregular nouns pass their plural. */
export function countOf(count: number, noun: string, nounPlural = `${noun}s`): string {
  return `${whole.format(count)} ${plural.select(count) === 'one' ? noun : nounPlural}`;
}

/** A size in bytes for reading: `824 B`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** The last part of a path, whichever slash the system writes. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}
