import { type RefObject, useEffect, useRef } from 'react';

type RowKeys = {
  /** Enter in a text field of the row. */
  onEnter: (pointer: string) => void;
  /** Alt and an arrow anywhere in the row. */
  onMove: (pointer: string, by: -1 | 1) => void;
};

/** Row gestures of everything inside `root`: Enter adds a row below, Alt with an arrow moves the row. */
export function useRowKeys(root: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const host = root.current;
    if (!host) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target;
      if (!(target instanceof HTMLElement) || event.isComposing) return;
      const pointer = target.closest<HTMLElement>('[data-row]')?.dataset.row;
      if (pointer === undefined) return;
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onMove(pointer, event.key === 'ArrowUp' ? -1 : 1);
      } else if (event.key === 'Enter' && isPlainEnter(event, target)) {
        event.preventDefault();
        latest.current.onEnter(pointer);
      }
    };
    host.addEventListener('keydown', onKey, { capture: true });
    return () => host.removeEventListener('keydown', onKey, { capture: true });
  }, [root]);
}

function isPlainEnter(event: KeyboardEvent, target: HTMLElement): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  if (!(target instanceof HTMLInputElement) || target.closest('[data-own-enter]')) return false;
  return target.getAttribute('aria-expanded') !== 'true';
}
