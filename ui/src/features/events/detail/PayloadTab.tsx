import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy, Pencil, RotateCw, SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client';
import { rehearsalQuery } from '../../../api/rehearsal';
import type { EventDetailView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { copyText } from '../../../kit/copyText';
import { ErrorNote } from '../../../kit/ErrorNote';
import { JsonView } from '../../../kit/JsonView';
import { Loading } from '../../../kit/Loading';
import { showToast } from '../../../kit/Toasts';
import { indentJson } from '../../../lib/indentJson';
import { EditRequestDialog } from './EditRequestDialog';
import { OutcomePreview } from './OutcomePreview';
import { sayTriggered } from './sayTriggered';

export type PayloadTabProps = { detail: EventDetailView; onGo: (seq: string) => void };

/** The request as it was received, what it would do now, and the ways to send it again. */
export function PayloadTab({ detail, onGo }: PayloadTabProps) {
  const { request, curl } = detail;
  const [isEditing, setEditing] = useState(false);
  const rehearsal = useQuery(rehearsalQuery(request));
  const trigger = useMutation({
    mutationFn: () => client.applyRequest(request, false),
    onSuccess: (outcome) => sayTriggered(outcome, onGo),
  });
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={RotateCw}
          isPending={trigger.isPending}
          disabledReason={rehearsal.error?.message}
          hint="Sends the same request again"
          onPress={() => trigger.mutate()}
        >
          Trigger again
        </Button>
        <Button size="small" icon={Pencil} onPress={() => setEditing(true)}>
          Edit and trigger…
        </Button>
        <Button size="small" icon={Copy} onPress={() => copy(request, 'JSON')}>
          Copy as JSON
        </Button>
        {curl === null ? null : (
          <Button
            size="small"
            icon={SquareTerminal}
            hint="The call of the Integration API, for a terminal; put in your address and key"
            onPress={() => copy(curl, 'curl')}
          >
            Copy as curl
          </Button>
        )}
      </div>
      {trigger.error ? <ErrorNote message={trigger.error.message} next="Nothing was stored." /> : null}
      <section aria-label="If it is triggered now" className="rounded-md border border-line px-3 py-2">
        <h3 className="eyebrow m-0 mb-1">If it is triggered now · preview, not stored</h3>
        {rehearsal.isPending ? <Loading label="Trying it…" /> : null}
        {rehearsal.error ? (
          <p className="m-0 text-ink-2">It would be refused: {rehearsal.error.message}</p>
        ) : null}
        {rehearsal.data ? <OutcomePreview outcome={rehearsal.data} /> : null}
      </section>
      <JsonView label="Request" text={indentJson(request)} />
      {isEditing ? (
        <EditRequestDialog request={request} onClose={() => setEditing(false)} onGo={onGo} />
      ) : null}
    </div>
  );
}

/** Copies one form of the request, and says which. */
async function copy(text: string, form: string): Promise<void> {
  if (await copyText(text, 'the request')) showToast({ title: `Request copied as ${form}` });
}
