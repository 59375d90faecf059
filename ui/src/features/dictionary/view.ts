import { create } from 'zustand';

/** An attribute that was just created. */
export type News = {
  ownerId: string;
  /** The event type or entity it belongs to now, as it is read. */
  owner: string;
  eventType: string | null;
  entity: string;
  name: string;
};

type View = {
  /** The chosen row of the tree, by path of the workspace. */
  chosen: Readonly<Record<string, string>>;
  news: News | null;
  choose: (workspace: string, id: string) => void;
  tell: (news: News | null) => void;
};

/** Where the dictionary was left, so that coming back finds the same place. */
export const useView = create<View>((set) => ({
  chosen: {},
  news: null,
  choose: (workspace, id) => set((state) => ({ chosen: { ...state.chosen, [workspace]: id } })),
  tell: (news) => set({ news }),
}));
