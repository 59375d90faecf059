import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Refusal, refusalOf } from '../../api/refusal';
import { updatePreviewQuery } from '../../api/stage';
import type { OutcomeView } from '../../api/types';
import { useSettled } from '../../kit/useSettled';
import { isUnfinished, requestOf } from './sessionRequest';
import type { DraftState } from './useDraft';

/** What storing the draft would do. */
export type Preview = {
  outcome: OutcomeView | null;
  refusal: Refusal | null;
  /** The answer belongs to an earlier moment; a new one is on its way. */
  isLate: boolean;
};

const settlingMilliseconds = 250;

/** Rehearses the update the draft stands for, a moment after the last key. */
export function usePreview(id: string, draft: DraftState, isWanted: boolean): Preview {
  const request = requestOf(draft.form, draft.stored, 'open');
  const asked = useSettled({ id, request }, settlingMilliseconds);
  const isAskable = isWanted && asked.id === id && !isUnfinished(draft.form);
  const query = useQuery({
    ...updatePreviewQuery(asked.id, asked.request),
    enabled: isAskable,
    placeholderData: keepPreviousData,
  });
  if (!isWanted) return { outcome: null, refusal: null, isLate: false };
  return {
    outcome: query.error ? null : (query.data ?? null),
    refusal: query.error && !query.isPlaceholderData ? refusalOf(query.error) : null,
    isLate: query.isFetching || JSON.stringify(asked.request) !== JSON.stringify(request),
  };
}
