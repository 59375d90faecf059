import type { Refusal } from '../../api/refusal';
import type { AttributeEdit, AttributeRequest, AttributeView } from '../../api/types';

/** What can be written about an attribute at any time. */
export type Wording = {
  title: string;
  description: string;
  suggestions: string[];
  isRestricted: boolean;
};

/** *Create attribute* as it is being filled in. */
export type NewForm = Wording & {
  entity: string;
  eventType: string;
  type: string;
  name: string;
};

/** An attribute as it is being edited. */
export type EditForm = Wording & { isHidden: boolean };

/** The vendor's name of the entity whose attributes make event types. */
export const eventEntity = 'Event';

/** The form before anything is typed. */
export function blankForm(entity: string = eventEntity, eventType = ''): NewForm {
  return {
    entity,
    eventType,
    type: 'string',
    name: '',
    title: '',
    description: '',
    suggestions: [],
    isRestricted: false,
  };
}

/** Whether leaving the form would lose something that was typed. */
export function isTyped(form: NewForm): boolean {
  return (
    [form.name, form.title, form.description].some((text) => text !== '') ||
    form.suggestions.length > 0 ||
    form.isRestricted
  );
}

export function requestOf(form: NewForm): AttributeRequest {
  return {
    entity: form.entity,
    eventType: form.entity === eventEntity ? form.eventType : null,
    name: form.name,
    title: form.title,
    type: form.type,
    description: form.description,
    suggestions: form.suggestions,
    restrictedBySuggestions: form.isRestricted,
  };
}

export function editFormOf(attribute: AttributeView): EditForm {
  return {
    title: attribute.title,
    description: attribute.description,
    suggestions: attribute.suggestions,
    isRestricted: attribute.restrictedBySuggestions,
    isHidden: attribute.hidden,
  };
}

export function editOf(form: EditForm): AttributeEdit {
  return {
    title: form.title,
    description: form.description,
    suggestions: form.suggestions,
    restrictedBySuggestions: form.isRestricted,
    hidden: form.isHidden,
  };
}

/** The sentence for each field of a form, by the pointer the host names it with. */
export type FieldErrors = (pointer: string) => string | undefined;

/**
 * The errors worth showing: a field nobody has filled in is not scolded until the form was sent once. An error
 * about the list of suggestions waits for a suggestion or for the restriction.
 */
export function shownErrors(refusal: Refusal | null, form: Wording | NewForm, wasSent: boolean): FieldErrors {
  const filled: Record<string, boolean> = {
    '/title': form.title !== '',
    '/description': form.description !== '',
    '/suggestions': form.suggestions.length > 0 || form.isRestricted,
    ...('name' in form ? { '/name': form.name !== '', '/eventType': form.eventType !== '' } : {}),
  };
  return (pointer) =>
    wasSent || filled[fieldOf(pointer)] !== false ? refusal?.messageAt(pointer) : undefined;
}

/** What no field of the form shows. */
export function leftovers(refusal: Refusal | null): string[] {
  if (!refusal) return [];
  if (refusal.problems.length === 0) return [refusal.message];
  const beside = /^\/(entity|eventType|type|name|title|description|suggestions)(\/\d+)?$/;
  return refusal.problems.filter(({ field }) => !beside.test(field)).map(({ message }) => message);
}

function fieldOf(pointer: string): string {
  return pointer.startsWith('/suggestions/') ? '/suggestions' : pointer;
}
