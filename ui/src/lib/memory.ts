/**
 * Small throw-away preferences of this window (theme, pane sizes, columns). Losing them costs nothing, so a
 * storage that refuses is treated as an empty one.
 */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`tillroll.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a preference; silently forgets it where the storage refuses. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`tillroll.${key}`, value);
  } catch {
    // Nothing is lost but the preference.
  }
}

/** Reads a JSON preference; `fallback` where there is none, or where it does not pass `isValid`. */
export function recallJson<T>(key: string, isValid: (value: unknown) => value is T, fallback: T): T {
  const text = recall(key);
  if (text === null) return fallback;
  try {
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** The same as a place where a store keeps itself. */
export const memory = {
  getItem: recall,
  setItem: remember,
  removeItem: (key: string): void => remember(key, ''),
};
