/** The values a piece of work had, with the way back and forth. `at` is when the present one came, in milliseconds. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[]; at: number };

/** Steps kept; older ones are forgotten. */
const mostSteps = 200;
/** Changes that follow each other within this many milliseconds are one step: a word, not its letters. */
const oneStep = 700;

/** A history that begins with `value`. */
export function begun<T>(value: T): History<T> {
  return { past: [], present: value, future: [], at: Number.NEGATIVE_INFINITY };
}

/**
 * The history after the value became `value`; a value equal to the present one is no change. What is not typed, such as
 * discarding, `isTyped` false, is always a step of its own.
 */
export function noted<T>(history: History<T>, value: T, now: number, isTyped = true): History<T> {
  if (isEqual(history.present, value)) return history;
  const isQuick = isTyped && now - history.at < oneStep;
  const isContinued = isQuick && history.past.length > 0 && history.future.length === 0;
  const past = isContinued ? history.past : [...history.past, history.present].slice(-mostSteps);
  return { past, present: value, future: [], at: now };
}

/** One step back; `null` at the beginning. */
export function undone<T>({ past, present, future }: History<T>): History<T> | null {
  const before = past.at(-1);
  if (before === undefined) return null;
  const rest = past.slice(0, -1);
  return { past: rest, present: before, future: [present, ...future], at: Number.NEGATIVE_INFINITY };
}

/** One step forth again; `null` where nothing was undone. */
export function redone<T>({ past, present, future }: History<T>): History<T> | null {
  const [after, ...rest] = future;
  if (after === undefined) return null;
  return { past: [...past, present], present: after, future: rest, at: Number.NEGATIVE_INFINITY };
}

/** Drafts are plain data, always built in the same order. */
function isEqual<T>(left: T, right: T): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
