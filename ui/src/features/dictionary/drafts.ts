import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { memory } from '../../lib/memory';
import type { EditForm, NewForm } from './form';

type Drafts = {
  /** *Create attribute*, by path of the workspace. */
  created: Readonly<Record<string, NewForm>>;
  /** Edits, by `editKey`. */
  edited: Readonly<Record<string, EditForm>>;
  keepNew: (workspace: string, form: NewForm | null) => void;
  keepEdit: (key: string, form: EditForm | null) => void;
};

/** Definitions that were begun and not stored; they outlive the screen and the window. */
export const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      created: {},
      edited: {},
      keepNew: (workspace, form) => set((state) => ({ created: put(state.created, workspace, form) })),
      keepEdit: (key, form) => set((state) => ({ edited: put(state.edited, key, form) })),
    }),
    { name: 'dictionary.drafts', version: 1, storage: createJSONStorage(() => memory) },
  ),
);

/** Which edit: of one workspace file, one attribute. */
export function editKey(workspace: string, attribute: number): string {
  return `${workspace}#${attribute}`;
}

function put<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const { [key]: _before, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
