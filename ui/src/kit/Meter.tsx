import { OctagonX } from 'lucide-react';
import { Meter as AriaMeter, Label } from 'react-aria-components';

export type MeterProps = {
  /** Whose measure it is. */
  label: string;
  /** How much it is, as people read it: `20.00 of 100.00 used`. */
  text: string;
  /** How full, from 0 to 100. */
  percent: number;
  /** The word for full; given, the meter is full. */
  fullWord?: string | undefined;
};

/** How full something is: a bar, its figures, and a shape and a word when it is full. */
export function Meter({ label, text, percent, fullWord }: MeterProps) {
  const isFull = fullWord !== undefined;
  return (
    <AriaMeter
      value={percent}
      valueLabel={isFull ? `${text}, ${fullWord}` : text}
      className="flex min-w-0 flex-col gap-0.5"
    >
      <span className="flex min-w-0 items-center justify-between gap-2 text-sm">
        <Label className="min-w-0 truncate text-ink-2">{label}</Label>
        <span className="flex shrink-0 items-center gap-1.5 tabular-nums">
          {text}
          {isFull ? (
            <span className="flex items-center gap-1 font-medium text-bad">
              <OctagonX aria-hidden size={13} className="shrink-0" />
              {fullWord}
            </span>
          ) : null}
        </span>
      </span>
      <span className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full ${isFull ? 'bg-bad' : 'rounded-full bg-accent'}`}
          style={{ width: `${percent}%` }}
        />
      </span>
    </AriaMeter>
  );
}
