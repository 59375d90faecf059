import { type KeyboardEvent, useRef, useState } from 'react';
import type { Bucket } from '../../api/types';
import { useZone } from '../../kit/ZoneContext';
import { countOf } from '../../lib/text';
import { formatInstant } from '../../lib/time';

export type HistogramProps = {
  buckets: readonly Bucket[];
  /** A bar was chosen: show only its span of time. */
  onChoose: (bucket: Bucket) => void;
};

/** Matching events over time, a bar for each span. Arrow keys walk the bars, Enter shows one span only. */
export function Histogram({ buckets, onChoose }: HistogramProps) {
  const zone = useZone();
  const bars = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const first = buckets[0];
  const last = buckets.at(-1);
  if (!first || !last) return null;
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const reachable = Math.min(current, buckets.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(buckets.length - 1, reachable + step));
    setCurrent(next);
    bars.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="@container shrink-0 border-line border-b px-3 pt-1.5 text-sm text-ink-3">
      <div className="flex items-end gap-3">
        <time dateTime={first.from} className="hidden whitespace-nowrap pb-1 tabular-nums @md:block">
          {formatInstant(first.from, zone)}
        </time>
        {/* biome-ignore lint/a11y/useSemanticElements: bars are a group of buttons, not a form's fields */}
        <div
          ref={bars}
          role="group"
          aria-label={summary(buckets, zone)}
          onKeyDown={onKeyDown}
          className="flex h-9 min-w-0 flex-1 items-end"
        >
          {buckets.map((bucket, index) => (
            <button
              key={bucket.from}
              type="button"
              tabIndex={index === reachable ? 0 : -1}
              aria-label={sayBucket(bucket, zone)}
              title={sayBucket(bucket, zone)}
              onClick={() => onChoose(bucket)}
              onFocus={() => setCurrent(index)}
              className="ring-inside group flex h-full max-w-6 min-w-0 flex-1 items-end px-px hover:bg-hover"
            >
              <span
                className="block w-full rounded-t-[2px] bg-accent opacity-70 group-hover:opacity-100"
                style={{ height: bucket.count === 0 ? 1 : `${Math.max(8, (bucket.count / most) * 100)}%` }}
              />
            </button>
          ))}
        </div>
        <time dateTime={last.until} className="hidden whitespace-nowrap pb-1 tabular-nums @md:block">
          {formatInstant(last.until, zone)}
        </time>
      </div>
    </div>
  );
}

function sayBucket(bucket: Bucket, zone: string): string {
  return `${countOf(bucket.count, 'event')}, ${formatInstant(bucket.from, zone)} to ${formatInstant(bucket.until, zone)}`;
}

function summary(buckets: readonly Bucket[], zone: string): string {
  const count = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const busiest = buckets.reduce((most, bucket) => (bucket.count > most.count ? bucket : most));
  return `${countOf(count, 'event')} over time; most in one span: ${sayBucket(busiest, zone)}`;
}
