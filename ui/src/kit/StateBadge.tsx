import {
  Archive,
  Ban,
  CalendarClock,
  CalendarX,
  Circle,
  CircleCheck,
  CircleDashed,
  CirclePlay,
  CircleSlash,
  CircleX,
  type LucideIcon,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { type Tone, toneLook } from './Tag';

/** Every state shown anywhere: those of sessions and campaigns, and the verdicts on rules and effects. */
export type ShownState =
  | 'open'
  | 'closed'
  | 'partially_returned'
  | 'cancelled'
  | 'enabled'
  | 'running'
  | 'scheduled'
  | 'expired'
  | 'archived'
  | 'disabled'
  | 'applied'
  | 'notMet'
  | 'excluded'
  | 'failed'
  | 'notEvaluated'
  | 'standing'
  | 'rolledBack';

type Look = { icon: LucideIcon; word: string; tone: Tone };

const looks: Record<ShownState, Look> = {
  open: { icon: Circle, word: 'Open', tone: 'info' },
  closed: { icon: CircleCheck, word: 'Closed', tone: 'good' },
  partially_returned: { icon: Undo2, word: 'Partially returned', tone: 'warn' },
  cancelled: { icon: CircleX, word: 'Cancelled', tone: 'neutral' },
  enabled: { icon: CircleCheck, word: 'Enabled', tone: 'good' },
  disabled: { icon: CircleSlash, word: 'Disabled', tone: 'neutral' },
  running: { icon: CirclePlay, word: 'Running', tone: 'good' },
  scheduled: { icon: CalendarClock, word: 'Scheduled', tone: 'info' },
  expired: { icon: CalendarX, word: 'Expired', tone: 'neutral' },
  archived: { icon: Archive, word: 'Archived', tone: 'neutral' },
  applied: { icon: CircleCheck, word: 'Applied', tone: 'good' },
  notMet: { icon: CircleDashed, word: 'Not met', tone: 'neutral' },
  excluded: { icon: Ban, word: 'Excluded', tone: 'warn' },
  failed: { icon: TriangleAlert, word: 'Failed', tone: 'bad' },
  notEvaluated: { icon: CircleSlash, word: 'Not evaluated', tone: 'neutral' },
  standing: { icon: CircleCheck, word: 'Standing', tone: 'good' },
  rolledBack: { icon: Undo2, word: 'Rolled back', tone: 'warn' },
};

/** A state as shape and word, so that colour is never alone. */
export function StateBadge({ state }: { state: ShownState }) {
  const { icon: Icon, word, tone } = looks[state];
  return (
    <span className={toneLook({ tone })}>
      <Icon aria-hidden size={12} strokeWidth={2.25} className="shrink-0" />
      {word}
    </span>
  );
}
