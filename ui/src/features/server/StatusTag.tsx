import { CircleCheck, OctagonAlert, Unplug } from 'lucide-react';
import type { CallOutcome } from '../../api/types';
import { Tag, type Tone } from '../../kit/Tag';

const looks: Record<CallOutcome, { icon: typeof CircleCheck; tone: Tone; word: string }> = {
  answered: { icon: CircleCheck, tone: 'good', word: 'answered' },
  refused: { icon: OctagonAlert, tone: 'bad', word: 'refused' },
  dropped: { icon: Unplug, tone: 'warn', word: 'dropped' },
};

/** The status of an answer as shape and number; a dropped connection says so. */
export function StatusTag({ outcome, status }: { outcome: CallOutcome; status: number }) {
  const { icon, tone, word } = looks[outcome];
  return (
    <Tag icon={icon} tone={tone} title={word}>
      {outcome === 'dropped' ? 'dropped' : status}
    </Tag>
  );
}
