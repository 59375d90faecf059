import { useEffect } from 'react';
import { create } from 'zustand';
import { begun, type History, noted, redone, undone } from '../lib/history';
import { useCommands } from './CommandRegistry';

export type Undoing<T> = {
  /** Heading of the commands, such as `Stage`. */
  group: string;
  /** Names the piece of work; its steps outlive the screen, not the window. */
  place: string;
  value: T;
  /** The value holds changes that are not stored. What changes while it holds none was changed elsewhere. */
  isChanged: boolean;
  restore: (value: T) => void;
  /** Why nothing can be undone now, whatever was done. */
  disabledReason?: string | null;
};

type Kept = { history: History<unknown>; isChanged: boolean };

type Histories = {
  kept: Readonly<Record<string, Kept>>;
  keep: (place: string, kept: Kept) => void;
};

const useHistories = create<Histories>((set) => ({
  kept: {},
  keep: (place, now) => set(({ kept }) => ({ kept: { ...kept, [place]: now } })),
}));

/** Offers *Undo* and *Redo* for a draft. */
export function useUndo<T>(work: Undoing<T>): void {
  const { group, place, value, isChanged, restore, disabledReason = null } = work;
  const keep = useHistories((state) => state.keep);
  const history = useHistories((state) => state.kept[place]?.history) as History<T> | undefined;
  useEffect(() => {
    const before = useHistories.getState().kept[place];
    const after = before ? noted(before.history, value, Date.now(), isChanged) : begun(value);
    if (before?.history === after && before.isChanged === isChanged) return;
    const isElsewhere = before?.history !== after && before?.isChanged === false && !isChanged;
    keep(place, { history: isElsewhere ? begun(value) : after, isChanged });
  }, [keep, place, value, isChanged]);
  const step = (taken: History<T> | null) => {
    if (!taken) return;
    keep(place, { history: taken, isChanged: true });
    restore(taken.present);
  };
  useCommands([
    {
      id: `${group}.undo`,
      title: 'Undo the last change',
      group,
      keys: '$mod+z',
      keysText: 'Ctrl Z',
      run: () => history && step(undone(history)),
      disabledReason: disabledReason ?? (history?.past.length ? null : 'Nothing was changed'),
    },
    {
      id: `${group}.redo`,
      title: 'Redo what was undone',
      group,
      keys: '$mod+Shift+z',
      keysText: 'Ctrl Shift Z',
      run: () => history && step(redone(history)),
      disabledReason: disabledReason ?? (history?.future.length ? null : 'Nothing was undone'),
    },
  ]);
}
