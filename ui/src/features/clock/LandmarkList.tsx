import {
  ChevronLeft,
  ChevronRight,
  Flag,
  FlagOff,
  type LucideIcon,
  RotateCcw,
  Ticket,
  TicketX,
} from 'lucide-react';
import type { ClockView, LandmarkView } from '../../api/types';
import { Button } from '../../kit/Button';
import { TimeText } from '../../kit/TimeText';
import { countOf } from '../../lib/text';
import type { ClockControl } from './useClock';
import { nothingBehind, nothingToCome } from './useClockCommands';

type LandmarkListProps = { clock: ClockView; set: ClockControl['set'] };

/** The moments at which something changes by itself, around now; choosing one holds the clock there. */
export function LandmarkList({ clock, set }: LandmarkListProps) {
  const isEmpty = clock.past.length === 0 && clock.coming.length === 0;
  return (
    <section aria-label="Landmarks" className="flex flex-col gap-1 border-line border-t pt-2">
      <div className="flex items-center gap-1">
        <h3 className="eyebrow m-0 flex-1">Landmarks</h3>
        <Button
          size="small"
          tone="quiet"
          icon={ChevronLeft}
          onPress={() => set({ mode: 'held', to: 'previousLandmark' })}
          disabledReason={clock.previous === null ? nothingBehind : null}
        >
          Previous
        </Button>
        <Button
          size="small"
          tone="quiet"
          icon={ChevronRight}
          onPress={() => set({ mode: 'held', to: 'nextLandmark' })}
          disabledReason={clock.next === null ? nothingToCome : null}
        >
          Next
        </Button>
      </div>
      {isEmpty ? (
        <p className="m-0 text-sm text-ink-3">
          No campaign has a start or an end, and no code expires. Give a campaign dates in its settings, and
          they appear here.
        </p>
      ) : (
        <ol
          aria-label="Landmarks around now"
          className="m-0 flex max-h-56 list-none flex-col overflow-auto p-0"
        >
          <More count={clock.morePast} side="earlier" />
          {clock.past.map((landmark) => (
            <Row key={keyOf(landmark)} landmark={landmark} isPast set={set} />
          ))}
          <li className="flex items-center gap-2 py-1 text-sm font-medium text-accent">
            <span className="w-[150px] shrink-0">
              <TimeText at={clock.now} />
            </span>
            Now
            <span aria-hidden className="h-px flex-1 bg-accent" />
          </li>
          {clock.coming.map((landmark) => (
            <Row key={keyOf(landmark)} landmark={landmark} set={set} />
          ))}
          <More count={clock.moreComing} side="later" />
        </ol>
      )}
    </section>
  );
}

function Row({
  landmark,
  isPast,
  set,
}: {
  landmark: LandmarkView;
  isPast?: boolean;
  set: ClockControl['set'];
}) {
  const Icon = icons[landmark.kind];
  return (
    <li>
      <button
        type="button"
        onClick={() => set({ mode: 'held', at: landmark.at })}
        title="Hold the clock at this time"
        className={`ring-inside flex min-h-7 w-full items-center gap-2 rounded-sm text-left hover:bg-hover ${isPast ? 'text-ink-3' : ''}`}
      >
        <span className="w-[150px] shrink-0 text-sm">
          <TimeText at={landmark.at} />
        </span>
        <Icon aria-hidden size={13} className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 break-words">{landmark.title}</span>
      </button>
    </li>
  );
}

function More({ count, side }: { count: number; side: string }) {
  if (count === 0) return null;
  return (
    <li className="py-1 text-sm text-ink-3">
      {countOf(count, 'landmark')} {side} than these
    </li>
  );
}

function keyOf({ at, kind, campaignId, title }: LandmarkView): string {
  return `${at} ${kind} ${campaignId} ${title}`;
}

const icons: Record<LandmarkView['kind'], LucideIcon> = {
  campaignStart: Flag,
  campaignEnd: FlagOff,
  couponStart: Ticket,
  couponExpiry: TicketX,
  budgetReset: RotateCcw,
};
