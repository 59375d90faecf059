import { Temporal } from 'temporal-polyfill';
import { locale } from './locale';

/** The IANA name of the system's zone; UTC where the system has none. */
export function systemZone(): string {
  try {
    return Temporal.Now.timeZoneId();
  } catch {
    return 'UTC';
  }
}

/** Date and time to the second in a zone: `2026-03-04 13:05:09`. Text that is no instant comes back unchanged. */
export function formatInstant(instant: string, zone: string): string {
  const local = inZone(instant, zone);
  if (!local) return instant;
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
}

/** The time of day alone, to the second: `13:05:09`. */
export function formatClock(instant: string, zone: string): string {
  const local = inZone(instant, zone);
  return local ? local.toPlainTime().toString({ smallestUnit: 'second' }) : instant;
}

/** The instant in UTC to the millisecond, for hovering and copying: `2026-03-04 12:05:09.120 UTC`. */
export function formatUtc(instant: string): string {
  const utc = inZone(instant, 'UTC');
  if (!utc) return instant;
  const time = utc.toPlainTime().toString({ smallestUnit: 'millisecond' });
  return `${utc.toPlainDate().toString()} ${time} UTC`;
}

/** How long ago, in words: `3 minutes ago`. `now` is an RFC 3339 instant. */
export function formatAgo(instant: string, now: string): string {
  const then = Date.parse(instant);
  const seconds = Math.round((then - Date.parse(now)) / 1000);
  if (Number.isNaN(seconds)) return instant;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of agoUnits) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return 'just now';
}

const agoUnits = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function inZone(instant: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  } catch {
    return null;
  }
}
