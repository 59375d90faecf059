import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 1199px)';

/** Whether the window is too narrow for three panes beside each other. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(narrow).matches);
}

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
