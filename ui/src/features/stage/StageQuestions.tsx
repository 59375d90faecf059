import { EventDialog } from './EventDialog';
import { LedgerDialog } from './LedgerDialog';
import { CancelDialog, ReopenDialog } from './MoveDialogs';
import type { QuestionProps } from './questions';
import { ReturnDialog } from './ReturnDialog';

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
    case 'ledger':
      return <LedgerDialog stage={stage} moves={moves} />;
    case null:
      return null;
  }
}
