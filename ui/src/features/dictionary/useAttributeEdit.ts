import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { attributeEditVerdictQuery } from '../../api/dictionary';
import { dictionaryQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { AttributeView } from '../../api/types';
import { useSettled } from '../../kit/useSettled';
import { editKey, useDrafts } from './drafts';
import { type EditForm, editFormOf, editOf } from './form';

/** How long typing rests before the host is asked about it. */
const restMs = 250;

export type AttributeEditing = {
  form: EditForm;
  change: (change: Partial<EditForm>) => void;
  discard: () => void;
  send: () => void;
  isSending: boolean;
  isChanged: boolean;
  refusal: Refusal | null;
};

/** The form that edits an attribute: its draft, what the host thinks of it, and the sending. */
export function useAttributeEdit(
  attribute: AttributeView,
  workspacePath: string,
  onDone: () => void,
): AttributeEditing {
  const queries = useQueryClient();
  const id = attribute.id ?? 0;
  const key = editKey(workspacePath, id);
  const draft = useDrafts((drafts) => drafts.edited[key]);
  const keep = useDrafts((drafts) => drafts.keepEdit);
  const stored = editFormOf(attribute);
  const form = draft ?? stored;
  const isChanged = JSON.stringify(form) !== JSON.stringify(stored);
  const settled = useSettled(draft ?? null, restMs);
  const verdict = useQuery({
    ...attributeEditVerdictQuery(id, editOf(settled ?? stored)),
    placeholderData: keepPreviousData,
  }).data;
  const saving = useMutation({
    mutationFn: () => client.editAttribute(id, editOf(form), false),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: dictionaryQuery.queryKey });
      keep(key, null);
      onDone();
    },
  });
  return {
    form,
    change: (next) => {
      saving.reset();
      keep(key, { ...form, ...next });
    },
    discard: () => {
      saving.reset();
      keep(key, null);
    },
    send: () => saving.mutate(),
    isSending: saving.isPending,
    isChanged,
    refusal: saving.error ? refusalOf(saving.error) : (verdict?.refusal ?? null),
  };
}
