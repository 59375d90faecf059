import { create } from 'zustand';
import type { AttributeTexts } from '../../lib/attributeText';
import type { SessionForm } from './sessionForm';

/** A form with changes that are not stored, and the stored form they were begun on. */
export type Draft = {
  form: SessionForm;
  stored: SessionForm;
  /** `updateCount` of the session the draft was begun on; 0 for one that did not exist. */
  begunAt: number;
};

/** What was typed in the *Send event* dialog. */
export type EventDraft = {
  type: string | null;
  /** Integration id of the customer; empty while nobody is named. */
  profileId: string;
  /** Bind to the session on the stage where that is possible. */
  isBound: boolean;
  /** Attribute values by event type, so that trying another type loses nothing. */
  texts: Readonly<Record<string, AttributeTexts>>;
};

type StageState = {
  drafts: Readonly<Record<string, Draft>>;
  eventDrafts: Readonly<Record<string, EventDraft>>;
  /** The session on the stage, by path of the workspace. */
  current: Readonly<Record<string, string>>;
  /** The remarks of the last stored move, by session. */
  remarks: Readonly<Record<string, readonly string[]>>;
  keepDraft: (place: string, draft: Draft) => void;
  dropDraft: (place: string) => void;
  keepEventDraft: (place: string, draft: EventDraft) => void;
  setCurrent: (workspace: string, sessionId: string) => void;
  setRemarks: (place: string, remarks: readonly string[]) => void;
};

/** Unsaved work of the stage. It outlives the screen, so that looking elsewhere loses nothing. */
export const useStageStore = create<StageState>((set) => ({
  drafts: {},
  eventDrafts: {},
  current: {},
  remarks: {},
  keepDraft: (place, draft) => set((state) => ({ drafts: { ...state.drafts, [place]: draft } })),
  dropDraft: (place) => set((state) => ({ drafts: without(state.drafts, place) })),
  keepEventDraft: (place, draft) =>
    set((state) => ({ eventDrafts: { ...state.eventDrafts, [place]: draft } })),
  setCurrent: (workspace, sessionId) =>
    set((state) => ({ current: { ...state.current, [workspace]: sessionId } })),
  setRemarks: (place, remarks) => set((state) => ({ remarks: { ...state.remarks, [place]: remarks } })),
}));

/** Where the draft of a session is kept: sessions of different files may share a name. */
export function placeOf(workspace: string, sessionId: string): string {
  return `${workspace}\n${sessionId}`;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
