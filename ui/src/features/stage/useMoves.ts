import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { dictionaryQuery, sessionQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { AskView, OutcomeView, ReturnedItemBody } from '../../api/types';
import { showToast } from '../../kit/Toasts';
import { countOf } from '../../lib/text';
import { placeOf, useStageStore } from './drafts';
import { isUnfinished, requestOf } from './sessionRequest';
import { moveOf, type Stage } from './useStage';

/** What is asked before a move is made, or shown beside the stage. */
export type Question = 'cancel' | 'return' | 'reopen' | 'event' | 'ledger' | null;

/** The moves of the session on the stage. */
export type Moves = {
  /** Begins a move: makes it, or opens the question that comes first. Does nothing when it is illegal. */
  begin: (ask: AskView) => void;
  /** Why a move cannot be made now; `null` when it can. */
  reasonOf: (ask: AskView) => string | null;
  question: Question;
  ask: (question: Question) => void;
  cancel: () => void;
  reopen: () => void;
  returnItems: (items: ReturnedItemBody[], isAskedAgain: boolean) => void;
  isPending: boolean;
  refusal: Refusal | null;
};

/** Makes the moves and says what became of them. */
export function useMoves(stage: Stage): Moves {
  const [question, setQuestion] = useState<Question>(null);
  const announce = useAnnouncement();
  const queries = useQueryClient();
  const setRemarks = useStageStore((state) => state.setRemarks);
  const { id, draft } = stage;
  const mutation = useMutation({
    mutationFn: (call: () => Promise<OutcomeView>) => call(),
    onSuccess: (outcome) => {
      if (outcome.session) queries.setQueryData(sessionQuery(id).queryKey, outcome.session);
      draft.discard();
      setRemarks(placeOf(stage.workspace.path, id), outcome.notes);
      setQuestion(null);
      announce(outcome);
    },
  });
  const { isError, reset } = mutation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about the form as it was
  useEffect(() => {
    if (isError) reset();
  }, [draft.form, reset]);
  const store = (state: 'open' | 'closed') =>
    mutation.mutate(() => client.updateSession(id, requestOf(draft.form, draft.stored, state), false));
  const ask = (next: Question) => {
    mutation.reset();
    setQuestion(next);
  };
  const begin: Record<AskView, () => void> = {
    update: () => store('open'),
    close: () => store('closed'),
    cancel: () => ask('cancel'),
    return: () => ask('return'),
    reopen: () => ask('reopen'),
  };
  return {
    begin: (move) => {
      if (reasonAgainst(stage, move) === null && !mutation.isPending) begin[move]();
    },
    reasonOf: (move) => reasonAgainst(stage, move),
    question,
    ask,
    cancel: () => mutation.mutate(() => client.updateSession(id, cancelling, false)),
    reopen: () => mutation.mutate(() => client.reopenSession(id, false)),
    returnItems: (items, isAskedAgain) =>
      mutation.mutate(() =>
        client.returnItems(id, { return: { returnedCartItems: items } }, isAskedAgain, false),
      ),
    isPending: mutation.isPending,
    refusal: mutation.error ? refusalOf(mutation.error) : null,
  };
}

/** The request that cancels a session as it stands. */
export const cancelling = { customerSession: { state: 'cancelled' } };

/** A short notice of a stored event, with the way to it. */
export function useAnnouncement(): (outcome: OutcomeView) => void {
  const navigate = useNavigate();
  const types = useQuery(dictionaryQuery).data?.eventTypes ?? [];
  return (outcome) => {
    const { seq, events, effects } = outcome;
    const titles = events.map((event) => types.find((type) => type.name === event)?.title ?? event);
    showToast({
      tone: 'good',
      title: titles.join(', ') || 'Saved',
      detail:
        events.length === 0
          ? 'No event was made.'
          : `${events.join(', ')} · ${countOf(effects.length, 'effect')}`,
      ...(seq === null
        ? {}
        : {
            action: {
              label: 'Open event',
              onPress: () => void navigate({ to: '/events/{-$seq}', params: { seq } }),
            },
          }),
    });
  };
}

function reasonAgainst(stage: Stage, ask: AskView): string | null {
  const move = moveOf(stage, ask);
  if (!move) return 'The moves of this session are still being read.';
  if (!move.allowed) return move.reason ?? 'This session has no such move.';
  const isStoring = ask === 'update' || ask === 'close';
  return isStoring && isUnfinished(stage.draft.form)
    ? 'Finish the prices first: one is missing or is not a number.'
    : null;
}
