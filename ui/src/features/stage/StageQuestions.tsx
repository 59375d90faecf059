import { EventDialog } from './EventDialog';
import { CancelDialog, ReopenDialog } from './MoveDialogs';
import { ReturnDialog } from './ReturnDialog';
import type { Moves } from './useMoves';
import type { Stage } from './useStage';

export type QuestionProps = { stage: Stage; moves: Moves };

/** The dialog that is asked now, if there is one. */
export function StageQuestions({ stage, moves }: QuestionProps) {
  switch (moves.question) {
    case 'cancel':
      return <CancelDialog stage={stage} moves={moves} />;
    case 'reopen':
      return <ReopenDialog stage={stage} moves={moves} />;
    case 'return':
      return <ReturnDialog stage={stage} moves={moves} />;
    case 'event':
      return <EventDialog stage={stage} onClose={() => moves.ask(null)} />;
    case null:
      return null;
  }
}
