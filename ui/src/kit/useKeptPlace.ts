import { type RefObject, useLayoutEffect, useRef } from 'react';
import { rowHeight } from './rowMoves';

/**
 * Keeps what is on screen where it is when rows arrive above it: the first visible row is remembered by name,
 * and the scroller follows it. A list scrolled to the very top stays at the top, so news is seen there.
 */
export function useKeptPlace<T>(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly T[],
  rowId: (row: T) => string,
  indexOf: ReadonlyMap<string, number>,
): void {
  const anchor = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const readAnchor = () => {
      const row = rows[Math.floor(element.scrollTop / rowHeight)];
      anchor.current = row === undefined || element.scrollTop === 0 ? null : rowId(row);
    };
    const kept = anchor.current === null ? undefined : indexOf.get(anchor.current);
    if (kept !== undefined) {
      const offset = element.scrollTop % rowHeight;
      const wanted = kept * rowHeight + offset;
      if (wanted !== element.scrollTop) element.scrollTop = wanted;
    }
    readAnchor();
    element.addEventListener('scroll', readAnchor, { passive: true });
    return () => element.removeEventListener('scroll', readAnchor);
  }, [scroller, rows, rowId, indexOf]);
}
