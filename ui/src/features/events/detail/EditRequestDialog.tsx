import { useMutation, useQuery } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { type Refusal, refusalOf } from '../../../api/refusal';
import { rehearsalQuery } from '../../../api/rehearsal';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { ErrorNote } from '../../../kit/ErrorNote';
import { JsonEditor } from '../../../kit/JsonEditor';
import { useSettled } from '../../../kit/useSettled';
import { indentJson, onOneLine } from '../../../lib/indentJson';
import { useEventsView } from '../view';
import { OutcomePreview } from './OutcomePreview';
import { problemsIn } from './requestProblems';
import { sayTriggered } from './sayTriggered';

export type EditRequestDialogProps = {
  /** The request it starts from; what is typed is kept under it. */
  request: string;
  onClose: () => void;
  onGo: (seq: string) => void;
};

/** A request to change and send, with what it would do shown beside it while it is written. */
export function EditRequestDialog({ request, onClose, onGo }: EditRequestDialogProps) {
  const keepDraft = useEventsView((view) => view.keepDraft);
  const text = useEventsView((view) => view.drafts[request]) ?? indentJson(request);
  const line = onOneLine(text);
  const isJson = parses(line);
  const settled = useSettled(line, typingPauseMs);
  const rehearsal = useQuery({ ...rehearsalQuery(settled), enabled: isJson && settled === line });
  const trigger = useMutation({
    mutationFn: () => client.applyRequest(line, false),
    onSuccess: (outcome) => {
      keepDraft(request, null);
      onClose();
      sayTriggered(outcome, onGo);
    },
  });
  const fault = isJson ? (trigger.error ?? rehearsal.error) : null;
  const refusal = fault ? refusalOf(fault) : null;
  return (
    <Dialog
      title="Edit and trigger"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button tone="quiet" onPress={() => keepDraft(request, null)}>
            Start over
          </Button>
          <Button onPress={onClose}>Close, keep what is typed</Button>
          <Button
            tone="primary"
            isPending={trigger.isPending}
            disabledReason={reasonAgainst(isJson, settled === line && rehearsal.data !== undefined, refusal)}
            onPress={() => trigger.mutate()}
          >
            Trigger
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-4">
        <div className="h-[48vh]">
          <JsonEditor
            label="Request"
            value={text}
            onChange={(next) => keepDraft(request, next)}
            problems={problemsIn(text, refusal?.problems ?? [])}
          />
        </div>
        <section aria-label="What it would do" className="min-w-0">
          <h3 className="eyebrow m-0 mb-1">Preview, not stored</h3>
          {isJson ? null : <p className="m-0 text-ink-2">This is not JSON yet; the place is marked.</p>}
          {refusal ? <Refused refusal={refusal} /> : null}
          {isJson && !refusal && rehearsal.data ? <OutcomePreview outcome={rehearsal.data} /> : null}
        </section>
      </div>
    </Dialog>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <div className="flex flex-col gap-2">
      <ErrorNote message={refusal.message} />
      {refusal.problems.map((problem) => (
        <p key={problem.field} className="m-0 text-sm break-words">
          <code>{problem.field}</code> {problem.message}
        </p>
      ))}
    </div>
  );
}

function reasonAgainst(isJson: boolean, isTried: boolean, refusal: Refusal | null): string | null {
  if (!isJson) return 'Mend the JSON first.';
  if (refusal) return refusal.message;
  return isTried ? null : 'Being tried…';
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const typingPauseMs = 250;
