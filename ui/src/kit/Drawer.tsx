import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { recall, remember } from '../lib/memory';
import { IconButton } from './IconButton';

type DrawerState = {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  /** Where the owner's content is put; `null` while the drawer is shut. */
  slot: HTMLElement | null;
  setSlot: (slot: HTMLElement | null) => void;
  title: string | null;
  setTitle: (title: string | null) => void;
};

const Context = createContext<DrawerState | null>(null);

/** Holds whether the bottom drawer is open and what is in it. */
export function DrawerProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(() => recall('drawer') === 'open');
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const setOpen = useCallback((next: boolean) => {
    setIsOpen(next);
    remember('drawer', next ? 'open' : 'shut');
  }, []);
  const state = useMemo(
    () => ({ isOpen, setOpen, slot, setSlot, title, setTitle }),
    [isOpen, setOpen, slot, title],
  );
  return <Context value={state}>{children}</Context>;
}

/** Opens, shuts and reads the bottom drawer. */
export function useDrawer(): Pick<DrawerState, 'isOpen' | 'setOpen'> {
  return useContext(Context) ?? shut;
}

const shut = { isOpen: false, setOpen: () => {} };

/** The drawer itself; the layout places it. `empty` is shown while no screen has put anything in it. */
export function Drawer({ empty }: { empty: ReactNode }) {
  const state = useContext(Context);
  if (!state) return null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-8 shrink-0 items-center justify-between border-line border-b pr-1 pl-3">
        <h2 className="m-0 truncate text-base font-semibold">{state.title ?? 'Details'}</h2>
        <IconButton label="Close drawer" icon={X} keys="`" onPress={() => state.setOpen(false)} />
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <div ref={state.setSlot} className="contents" />
        {state.title === null ? empty : null}
      </div>
    </div>
  );
}

/** What the mounted screen shows in the drawer. One at a time: the last one mounted has it. */
export function DrawerContent({ title, children }: { title: string; children: ReactNode }) {
  const state = useContext(Context);
  const setTitle = state?.setTitle;
  useEffect(() => {
    setTitle?.(title);
    return () => setTitle?.(null);
  }, [setTitle, title]);
  return state?.slot ? createPortal(children, state.slot) : null;
}
