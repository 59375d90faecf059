import { useMemo } from 'react';
import type { SessionView } from '../../api/types';
import { placeOf, useStageStore } from './drafts';
import { emptyForm, formOf, type SessionForm } from './sessionForm';
import { changedLineKeys, changedParts, type Part } from './sessionRequest';

/** The form on the stage and how it differs from what is stored. */
export type DraftState = {
  form: SessionForm;
  /** What the changes are counted against. */
  stored: SessionForm;
  changes: readonly Part[];
  changedLines: ReadonlySet<string>;
  /** The session was changed by someone else after this draft was begun. */
  isOutrun: boolean;
  edit: (form: SessionForm) => void;
  discard: () => void;
};

/** The draft of a session; without one, the stored session as a form. `null` is a session that is not stored. */
export function useDraft(workspace: string, id: string, session: SessionView | null): DraftState {
  const place = placeOf(workspace, id);
  const draft = useStageStore((state) => state.drafts[place]);
  const keepDraft = useStageStore((state) => state.keepDraft);
  const dropDraft = useStageStore((state) => state.dropDraft);
  const present = useMemo(() => (session ? formOf(session) : emptyForm), [session]);
  const form = draft?.form ?? present;
  const stored = draft?.stored ?? present;
  const begunAt = draft?.begunAt ?? session?.updateCount ?? 0;
  const differences = useMemo(
    () => ({ changes: changedParts(form, stored), changedLines: changedLineKeys(form, stored) }),
    [form, stored],
  );
  return {
    form,
    stored,
    ...differences,
    isOutrun: draft !== undefined && session !== null && session.updateCount !== begunAt,
    edit: (next) => keepDraft(place, { form: next, stored, begunAt }),
    discard: () => dropDraft(place),
  };
}
