import { create } from 'zustand';
import type { EventColumn } from '../../api/types';
import { showToast } from '../../kit/Toasts';
import { recall, recallJson, remember } from '../../lib/memory';
import { columnNames } from './columnNames';

/** The tabs of an event. */
export type DetailTab = 'story' | 'effects' | 'rules' | 'payload' | 'changes';

type EventsView = {
  /** The chosen event's place in the journal; survives leaving the screen. */
  selected: string | null;
  select: (seq: string | null) => void;
  /** The file the choice belongs to. */
  workspace: string | null;
  /** Another file has other events: nothing is chosen in it yet. */
  enter: (workspace: string) => void;
  tab: DetailTab;
  showTab: (tab: DetailTab) => void;
  /** New events are listed as they happen. */
  isFollowing: boolean;
  follow: (isFollowing: boolean) => void;
  hiddenColumns: EventColumn[];
  hideColumns: (hidden: EventColumn[]) => void;
  /** Up to two marked events, in the order they were marked. */
  marked: readonly string[];
  /** Marks an event or takes its mark away; a third mark takes the place of the oldest. */
  mark: (seq: string) => void;
  clearMarks: () => void;
  /** The difference of the marked events is shown. */
  isComparing: boolean;
  compare: (isComparing: boolean) => void;
  /** Requests being edited, by the request they started from. */
  drafts: Readonly<Record<string, string>>;
  /** Keeps an edited request; `null` forgets it. */
  keepDraft: (request: string, text: string | null) => void;
};

/** How the events screen stands; nothing here is data of the workspace. */
export const useEventsView = create<EventsView>((set) => ({
  selected: null,
  select: (selected) => set({ selected }),
  workspace: null,
  enter: (workspace) =>
    set((view) =>
      view.workspace === workspace
        ? view
        : { workspace, marked: [], isComparing: false, selected: view.workspace ? null : view.selected },
    ),
  tab: 'story',
  showTab: (tab) => set({ tab }),
  isFollowing: recall('events.follow') !== 'off',
  follow: (isFollowing) => {
    remember('events.follow', isFollowing ? 'on' : 'off');
    set({ isFollowing });
  },
  hiddenColumns: recallJson('events.hidden', isColumns, []),
  hideColumns: (hiddenColumns) => {
    remember('events.hidden', JSON.stringify(hiddenColumns));
    set({ hiddenColumns });
  },
  marked: [],
  mark: (seq) =>
    set(({ marked }) => {
      if (marked.includes(seq)) return { marked: marked.filter((other) => other !== seq) };
      if (marked.length === 2) {
        showToast({
          title: 'The oldest mark was taken away',
          detail: 'Two events are compared at a time.',
        });
      }
      return { marked: [...marked, seq].slice(-2) };
    }),
  clearMarks: () => set({ marked: [] }),
  isComparing: false,
  compare: (isComparing) => set({ isComparing }),
  drafts: {},
  keepDraft: (request, text) =>
    set(({ drafts }) => {
      const { [request]: _, ...others } = drafts;
      return { drafts: text === null ? others : { ...others, [request]: text } };
    }),
}));

function isColumns(value: unknown): value is EventColumn[] {
  return Array.isArray(value) && value.every((name) => columnNames.some((column) => column.id === name));
}
