import { queryOptions } from '@tanstack/react-query';
import { client } from './client';
import { type Refusal, refusalOf } from './refusal';
import type { AttributeEdit, AttributeRequest, AttributeView } from './types';

/** What would become of a definition if it were stored now: the attribute, or why it is refused. */
export type AttributeVerdict =
  | { attribute: AttributeView; refusal: null }
  | { attribute: null; refusal: Refusal };

/** The verdict on a new attribute that is being written; nothing is stored. */
export const newAttributeVerdictQuery = (body: AttributeRequest) =>
  queryOptions({
    queryKey: ['dictionary', 'verdict', 'new', body],
    queryFn: () => verdict(client.createAttribute(body, true)),
    gcTime: 10_000,
  });

/** The verdict on a change of the attribute `id`; nothing is stored. */
export const attributeEditVerdictQuery = (id: number, body: AttributeEdit) =>
  queryOptions({
    queryKey: ['dictionary', 'verdict', 'edit', id, body],
    queryFn: () => verdict(client.editAttribute(id, body, true)),
    gcTime: 10_000,
  });

function verdict(answer: Promise<AttributeView>): Promise<AttributeVerdict> {
  return answer.then(
    (attribute) => ({ attribute, refusal: null }),
    (reason) => ({ attribute: null, refusal: refusalOf(reason) }),
  );
}
