import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 1180px)';

/** Whether the window is too narrow for three panes side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(narrow).matches);
}

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
