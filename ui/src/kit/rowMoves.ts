/**
 * Where a key moves the selection in a list of `count` rows, `null` when the key is not a move. `page` is how
 * many rows one page shows. With nothing selected (`index` -1) any move selects an end of the list.
 */
export function movedIndex(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (next: number) => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return clamp(index + 1);
    case 'k':
    case 'K':
    case 'ArrowUp':
      return clamp(index - 1);
    case 'PageDown':
      return clamp(index + page);
    case 'PageUp':
      return clamp(index - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Every row of every list, in pixels. */
export const rowHeight = 28;
