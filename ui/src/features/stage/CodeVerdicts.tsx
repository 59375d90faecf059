import { CircleDashed, TicketCheck, TicketX } from 'lucide-react';
import type { CodeVerdictView } from '../../api/types';
import type { Stage } from './useStage';

const faces = {
  accepted: { icon: TicketCheck, word: 'accepted', tone: 'text-good' },
  rejected: { icon: TicketX, word: 'rejected', tone: 'text-bad' },
  noted: { icon: CircleDashed, word: 'not used', tone: 'text-ink-3' },
} satisfies Record<CodeVerdictView, { icon: unknown; word: string; tone: string }>;

/** What became of each code, with the reason in a sentence: of what was typed while it is rehearsed. */
export function CodeVerdicts({ stage }: { stage: Stage }) {
  const { preview, session, isDirty } = stage;
  if (isDirty && preview.refusal !== null) return null;
  const shown = isDirty ? preview.outcome?.session : session;
  const codes = shown?.codes ?? [];
  if (codes.length === 0) return null;
  return (
    <ul aria-label="What became of the codes" className="m-0 flex list-none flex-col gap-0.5 p-0 pl-28">
      {codes.map((code) => {
        const { icon: Icon, word, tone } = faces[code.verdict];
        return (
          <li key={code.value} className="flex items-start gap-1.5 text-sm">
            <Icon aria-hidden size={14} className={`mt-[3px] shrink-0 ${tone}`} />
            <span className="min-w-0 break-words text-ink-2">
              <code>{code.value}</code> <span className={`font-medium ${tone}`}>{word}</span> ·{' '}
              {code.sentence}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
