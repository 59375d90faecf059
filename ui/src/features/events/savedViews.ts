import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { memory } from '../../lib/memory';
import type { EventsSearch } from './filter';

/** A filter under a name. */
export type SavedView = { name: string; filter: EventsSearch };

type SavedViews = {
  /** The views of each workspace file, in the order they were first saved. */
  views: Record<string, readonly SavedView[]>;
  /** Keeps a view; one of the same name is replaced in its place. */
  save: (workspace: string, view: SavedView) => void;
  remove: (workspace: string, name: string) => void;
};

/** The longest name, in characters. */
export const longestName = 60;

/** Named filters of the events screen; they outlive the window, as its other preferences do. */
export const useSavedViews = create<SavedViews>()(
  persist(
    (set) => ({
      views: {},
      save: (workspace, view) => set(({ views }) => ({ views: changed(views, workspace, withView(view)) })),
      remove: (workspace, name) =>
        set(({ views }) => ({
          views: changed(views, workspace, (list) => list.filter((view) => view.name !== name)),
        })),
    }),
    { name: 'events.views', version: 1, storage: createJSONStorage(() => memory) },
  ),
);

function withView(view: SavedView) {
  return (list: readonly SavedView[]) =>
    list.some(({ name }) => name === view.name)
      ? list.map((other) => (other.name === view.name ? view : other))
      : [...list, view];
}

function changed(
  views: SavedViews['views'],
  workspace: string,
  change: (list: readonly SavedView[]) => readonly SavedView[],
): SavedViews['views'] {
  return { ...views, [workspace]: change(views[workspace] ?? []) };
}

/** Whether two filters say the same, whatever the order they were put together in. */
export function isSameFilter(left: EventsSearch, right: EventsSearch): boolean {
  const face = (filter: EventsSearch) =>
    JSON.stringify(Object.entries(filter).sort(([one], [other]) => one.localeCompare(other)));
  return face(left) === face(right);
}
