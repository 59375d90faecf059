import type { ClockRequest, ClockView, LandmarkView } from '../../src/api/types';
import type { Answer, World } from '../fake-host';

/** What the computer's clock shows here. */
const wall = '2026-03-04T12:00:00Z';

const landmarks: readonly LandmarkView[] = [
  { at: '2026-02-28T23:00:00Z', kind: 'campaignEnd', title: '“Winter sale” ends', campaignId: 8 },
  {
    at: '2026-03-31T22:00:00Z',
    kind: 'couponExpiry',
    title: 'The code SUMMER20 of “Ten percent from 50” expires',
    campaignId: 1,
  },
  { at: '2026-03-31T22:00:00Z', kind: 'campaignStart', title: '“Shoe week” starts', campaignId: 3 },
  { at: '2026-04-07T22:00:00Z', kind: 'campaignEnd', title: '“Shoe week” ends', campaignId: 3 },
];

const lengths: Record<string, number> = { PT1M: 60, PT1H: 3600, P1D: 86_400, P1W: 604_800 };

export function clockAnswers(world: World): Record<string, Answer> {
  let held: string | null = null;
  const view = (): ClockView => viewOf(held, world === 'empty' ? [] : landmarks);
  return {
    clock: view,
    set_clock: ({ body }) => {
      held = heldBy(body as ClockRequest, view());
      return view();
    },
  };
}

function viewOf(held: string | null, all: readonly LandmarkView[]): ClockView {
  const now = held ?? wall;
  const past = all.filter(({ at }) => at <= now);
  const coming = all.filter(({ at }) => at > now);
  const previous = past.findLast(({ at }) => at < now)?.at ?? null;
  const mode = held ? 'held' : 'wall';
  return { mode, now, past, morePast: 0, coming, moreComing: 0, next: coming[0]?.at ?? null, previous };
}

function heldBy({ mode, at, advance, to }: ClockRequest, { now, next, previous }: ClockView): string | null {
  if (mode === 'wall') return null;
  if (at?.startsWith('19')) refuse('/at', 'The time must lie in the years 1970 to 2999.');
  if (to) return (to === 'nextLandmark' ? next : previous) ?? now;
  if (!advance) return at ?? now;
  const seconds = (lengths[advance.replace('-', '')] ?? 0) * (advance.startsWith('-') ? -1 : 1);
  return new Date(Date.parse(now) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function refuse(field: string, message: string): never {
  const problems = [{ field, title: 'Limit', message, start: null, end: null }];
  throw { code: 'invalid', message: 'The submitted data was invalid', problems };
}
