import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is at most so many pixels wide: too narrow for all panes side by side. */
export function useNarrow(widest: number): boolean {
  const query = `(max-width: ${widest}px)`;
  const watch = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => window.matchMedia(query).matches);
}
