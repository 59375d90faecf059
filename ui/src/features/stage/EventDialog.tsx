import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { dictionaryQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { EventRequest, OutcomeView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { attributeBody } from '../../lib/attributeText';
import { type EventDraft, placeOf, useStageStore } from './drafts';
import { EventForm } from './EventForm';
import { EventSent } from './EventSent';
import { isBindable } from './eventBinding';
import type { Stage } from './useStage';

export type EventDialogProps = { stage: Stage; onClose: () => void };

/** Sends a custom event for the customer, and shows what the rules answered. */
export function EventDialog({ stage, onClose }: EventDialogProps) {
  const navigate = useNavigate();
  const types = useQuery(dictionaryQuery).data?.eventTypes.filter((type) => !type.builtIn) ?? [];
  const [draft, keep] = useEventDraft(stage, types[0]?.name ?? null);
  const [sent, setSent] = useState<OutcomeView | null>(null);
  const sending = useMutation({
    mutationFn: (body: EventRequest) => client.trackEvent(body, false),
    onSuccess: (outcome) => setSent(outcome),
  });
  const refusal = sending.error ? refusalOf(sending.error) : null;
  const missing = types.length === 0 ? 'Create a custom event in the Dictionary first.' : null;
  const nobody = draft.profileId === '' ? 'An event needs a customer.' : null;
  const openEvent = (seq: string) => void navigate({ to: '/events/{-$seq}', params: { seq } });
  return (
    <Dialog
      title="Send event"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{sent ? 'Done' : 'Not now'}</Button>
          {sent?.seq ? <Button onPress={() => openEvent(sent.seq ?? '')}>Open event</Button> : null}
          <Button
            tone="primary"
            isPending={sending.isPending}
            disabledReason={missing ?? nobody}
            onPress={() => sending.mutate(requestOfDraft(draft, stage))}
          >
            {sent ? 'Send again' : 'Send the event'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <EventForm
          stage={stage}
          types={types}
          draft={draft}
          onChange={(next) => {
            sending.reset();
            setSent(null);
            keep(next);
          }}
          refusal={refusal}
        />
        {sent ? <EventSent outcome={sent} currency={stage.workspace.settings.currency} /> : null}
      </div>
    </Dialog>
  );
}

/** What was typed here before, else the first event type for the session's customer. */
function useEventDraft(stage: Stage, firstType: string | null): [EventDraft, (draft: EventDraft) => void] {
  const place = placeOf(stage.workspace.path, stage.id);
  const kept = useStageStore((state) => state.eventDrafts[place]);
  const keepEventDraft = useStageStore((state) => state.keepEventDraft);
  const draft: EventDraft = kept ?? {
    type: firstType,
    profileId: stage.draft.form.profileId,
    isBound: true,
    texts: {},
  };
  return [draft, (next) => keepEventDraft(place, next)];
}

function requestOfDraft(draft: EventDraft, stage: Stage): EventRequest {
  return {
    type: draft.type ?? '',
    profileId: draft.profileId,
    attributes: attributeBody(draft.texts[draft.type ?? ''] ?? {}),
    ...(draft.isBound && isBindable(stage, draft) ? { sessionId: stage.id } : {}),
  };
}
