import type { Refusal } from '../../api/refusal';

/** What is wrong, by field: JSON pointers inside the customer session, such as `/cartItems/2/price`. */
export type FieldErrors = {
  /** The sentence for a field; `undefined` when it is fine. */
  at: (pointer: string) => string | undefined;
  /** The sentences about a field or anything inside it, joined. */
  within: (pointer: string) => string | undefined;
};

/** Reads a refusal field by field. The envelope of the request is not part of the pointers. */
export function fieldErrorsOf(refusal: Refusal | null): FieldErrors {
  const problems = (refusal?.problems ?? []).map((problem) => ({
    ...problem,
    field: innerPointer(problem.field),
  }));
  return {
    at: (pointer) => problems.find((problem) => problem.field === pointer)?.message,
    within: (pointer) => {
      const inside = problems.filter(({ field }) => field === pointer || field.startsWith(`${pointer}/`));
      return inside.length === 0 ? undefined : inside.map((problem) => problem.message).join(' ');
    },
  };
}

/** No field has anything wrong. */
export const noErrors: FieldErrors = { at: () => undefined, within: () => undefined };

/** The errors of one part of the form, by pointers that begin there. */
export function errorsUnder(errors: FieldErrors, base: string): FieldErrors {
  return { at: (pointer) => errors.at(base + pointer), within: (pointer) => errors.within(base + pointer) };
}

/** Sentences that no field of the stage shows. */
export function leftoverMessages(refusal: Refusal): string[] {
  if (refusal.problems.length === 0) return [refusal.message];
  const known =
    /^\/(cartItems|couponCodes|referralCode|identifiers|additionalCosts|attributes|profileId)(\/|$)/;
  return refusal.problems
    .filter(({ field }) => !known.test(innerPointer(field)))
    .map(({ message }) => message);
}

function innerPointer(pointer: string): string {
  return pointer.replace(/^\/customerSession(?=\/|$)/, '');
}
