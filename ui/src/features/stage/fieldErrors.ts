import type { Refusal } from '../../api/refusal';

/** What is wrong, by field: JSON pointers inside the customer session, such as `/cartItems/2/price`. */
export type FieldErrors = {
  /** The sentence for a field; `undefined` when it is fine. */
  at: (pointer: string) => string | undefined;
  /** The sentences about a field or anything inside it, joined. */
  within: (pointer: string) => string | undefined;
  /** Everything about a field or anything inside it; pointers begin after the one asked for. */
  list: (pointer: string) => readonly FieldError[];
};

export type FieldError = { pointer: string; message: string };

/** Reads a refusal field by field. The envelope of the request is not part of the pointers. */
export function fieldErrorsOf(refusal: Refusal | null): FieldErrors {
  const problems = (refusal?.problems ?? []).map((problem) => ({
    ...problem,
    field: innerPointer(problem.field),
  }));
  const list = (pointer: string): FieldError[] =>
    problems
      .filter(({ field }) => field === pointer || field.startsWith(`${pointer}/`))
      .map(({ field, message }) => ({ pointer: field.slice(pointer.length), message }));
  return {
    at: (pointer) => problems.find((problem) => problem.field === pointer)?.message,
    within: (pointer) =>
      list(pointer)
        .map(({ message }) => message)
        .join(' ') || undefined,
    list,
  };
}

/** The errors of one part of the form, by pointers that begin there. */
export function errorsUnder(errors: FieldErrors, base: string): FieldErrors {
  return {
    at: (pointer) => errors.at(base + pointer),
    within: (pointer) => errors.within(base + pointer),
    list: (pointer) => errors.list(base + pointer),
  };
}

/** Every sentence of a refusal. */
export function messagesOf(refusal: Refusal | null): string[] {
  if (!refusal) return [];
  const { problems, message } = refusal;
  return problems.length === 0 ? [message] : problems.map((problem) => problem.message);
}

/** Sentences that no field of the stage shows. */
export function leftoverMessages(refusal: Refusal | null): string[] {
  if (!refusal || refusal.problems.length === 0) return messagesOf(refusal);
  const known =
    /^\/(cartItems|couponCodes|referralCode|identifiers|additionalCosts|attributes|profileId)(\/|$)/;
  return refusal.problems
    .filter(({ field }) => !known.test(innerPointer(field)))
    .map(({ message }) => message);
}

function innerPointer(pointer: string): string {
  return pointer.replace(/^\/customerSession(?=\/|$)/, '');
}
