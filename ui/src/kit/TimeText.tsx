import { formatClock, formatInstant, formatUtc } from '../lib/time';
import { useZone } from './ZoneContext';

export type TimeTextProps = {
  /** RFC 3339 instant. */
  at: string;
  /** `clock` leaves the date out. */
  shape?: 'full' | 'clock';
};

/** An instant in the window's zone; UTC on hover. */
export function TimeText({ at, shape = 'full' }: TimeTextProps) {
  const zone = useZone();
  return (
    <time dateTime={at} title={formatUtc(at)} className="whitespace-nowrap tabular-nums">
      {shape === 'clock' ? formatClock(at, zone) : formatInstant(at, zone)}
    </time>
  );
}
