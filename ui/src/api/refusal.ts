import type { FieldProblemView, RefusalCode, RefusalView } from './types';

/** The host said no: what to do about it (`code`), one sentence, and the fields it is about. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly problems: readonly FieldProblemView[];

  constructor(view: RefusalView) {
    super(view.message);
    this.name = 'Refusal';
    this.code = view.code;
    this.problems = view.problems;
  }

  /** The sentence for one field, by JSON pointer such as `/name`; `undefined` when it is fine. */
  messageAt(pointer: string): string | undefined {
    return this.problems.find((problem) => problem.field === pointer)?.message;
  }

  /** The problems no field of the form shows, given the pointers it does show. */
  problemsBeside(pointers: readonly string[]): FieldProblemView[] {
    return this.problems.filter((problem) => !pointers.includes(problem.field));
  }
}

/** Makes a refusal of whatever a call was rejected with. */
export function refusalOf(reason: unknown): Refusal {
  if (reason instanceof Refusal) return reason;
  if (isRefusalView(reason)) return new Refusal(reason);
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new Refusal({
    code: 'invalid',
    message: `The request did not get through: ${detail}`,
    problems: [],
  });
}

function isRefusalView(reason: unknown): reason is RefusalView {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'code' in reason &&
    'message' in reason &&
    'problems' in reason &&
    Array.isArray(reason.problems)
  );
}
