import { useCallback, useState } from 'react';
import { recall, remember } from '../lib/memory';

export type Theme = 'system' | 'light' | 'dark';

/** The remembered choice; the system decides where none was made. */
export function chosenTheme(): Theme {
  const kept = recall('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Puts a theme on the page; `system` leaves the decision to the style sheet. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The theme in use and the way to change it. */
export function useTheme(): { theme: Theme; chooseTheme: (theme: Theme) => void } {
  const [theme, setTheme] = useState(chosenTheme);
  const chooseTheme = useCallback((next: Theme) => {
    setTheme(next);
    applyTheme(next);
    remember('theme', next);
  }, []);
  return { theme, chooseTheme };
}
