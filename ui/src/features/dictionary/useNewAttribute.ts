import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { newAttributeVerdictQuery } from '../../api/dictionary';
import { dictionaryQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { AttributeView, DictionaryView } from '../../api/types';
import { useSettled } from '../../kit/useSettled';
import { useDrafts } from './drafts';
import { blankForm, type NewForm, requestOf } from './form';
import { ownerIdOf } from './places';
import { useView } from './view';

/** How long typing rests before the host is asked about it. */
const restMs = 250;

const emptyForm = blankForm();

export type NewAttribute = {
  form: NewForm;
  change: (change: Partial<NewForm>) => void;
  startOver: () => void;
  send: () => void;
  isSending: boolean;
  /** It was sent at least once, so that empty fields are scolded too. */
  wasSent: boolean;
  refusal: Refusal | null;
  /** How rules will name it; `null` while it is refused. */
  path: string | null;
};

/** The form of *Create attribute*: its draft, what the host thinks of it, and the sending. */
export function useNewAttribute(
  dictionary: DictionaryView,
  workspacePath: string,
  onDone: () => void,
): NewAttribute {
  const queries = useQueryClient();
  const form = useDrafts((drafts) => drafts.created[workspacePath]) ?? emptyForm;
  const keep = useDrafts((drafts) => drafts.keepNew);
  const [wasSent, setSent] = useState(false);
  const settled = useSettled(form, restMs);
  const verdict = useQuery({
    ...newAttributeVerdictQuery(requestOf(settled)),
    placeholderData: keepPreviousData,
  }).data;
  const creating = useMutation({
    mutationFn: () => client.createAttribute(requestOf(form), false),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: dictionaryQuery.queryKey });
      keep(workspacePath, null);
      announce(made, dictionary, workspacePath);
      onDone();
    },
  });
  const change = (next: Partial<NewForm>) => {
    creating.reset();
    keep(workspacePath, { ...form, ...next });
  };
  return {
    form,
    change,
    startOver: () => {
      setSent(false);
      change(blankForm(form.entity, form.eventType));
    },
    send: () => {
      setSent(true);
      creating.mutate();
    },
    isSending: creating.isPending,
    wasSent,
    refusal: creating.error ? refusalOf(creating.error) : (verdict?.refusal ?? null),
    path: verdict?.attribute?.path ?? null,
  };
}

/** Goes where the new attribute is, and says that it is there. */
function announce(made: AttributeView, dictionary: DictionaryView, workspacePath: string) {
  const ownerId = ownerIdOf(made.entity, made.eventType);
  const entity = dictionary.entities.find((other) => other.entity === made.entity);
  useView.getState().choose(workspacePath, ownerId);
  useView.getState().tell({
    ownerId,
    owner: made.eventType ?? entity?.title ?? made.entity,
    eventType: made.eventType,
    entity: made.entity,
    name: made.name,
  });
}
