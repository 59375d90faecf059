import { create } from 'zustand';

type RequestsView = {
  /** The chosen request's place in the list; survives leaving the screen. */
  selected: string | null;
  select: (id: string | null) => void;
  /** The file the choice belongs to. */
  workspace: string | null;
  /** Another file has other requests: nothing is chosen in it yet. */
  enter: (workspace: string) => void;
};

/** How the requests screen stands; nothing here is data of the workspace. */
export const useRequestsView = create<RequestsView>((set) => ({
  selected: null,
  select: (selected) => set({ selected }),
  workspace: null,
  enter: (workspace) => set((view) => (view.workspace === workspace ? view : { workspace, selected: null })),
}));
