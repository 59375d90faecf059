import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';

/** Something a person can do now, offered in the palette, in the shortcut sheet and by its keys. */
export type Command = {
  id: string;
  title: string;
  /** Heading in the palette and the shortcut sheet, such as `Stage`. */
  group: string;
  /** tinykeys notation, such as `$mod+k` or `u`. Single keys rest while text is being typed. */
  keys?: string;
  /** How the keys read, such as `Ctrl K`; by default the last key in capitals. */
  keysText?: string;
  run: () => void;
  /** Why it cannot be done now; the command stays listed and says so. */
  disabledReason?: string | null | undefined;
};

/** The commands of everything mounted, with a way to watch them. */
export class CommandRegistry {
  private sets = new Map<symbol, readonly Command[]>();
  private listeners = new Set<() => void>();
  private all: readonly Command[] = [];

  /** Replaces what one owner offers; an empty list takes it away. */
  offer(owner: symbol, commands: readonly Command[]): void {
    if (commands.length === 0) this.sets.delete(owner);
    else this.sets.set(owner, commands);
    this.all = [...this.sets.values()].flat();
    for (const listener of this.listeners) listener();
  }

  readonly list = (): readonly Command[] => this.all;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const Registry = createContext<CommandRegistry | null>(null);

/** Gives everything inside one registry. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new CommandRegistry(), []);
  return <Registry value={registry}>{children}</Registry>;
}

/** Every command offered now. */
export function useCommandList(): readonly Command[] {
  const registry = useContext(Registry);
  return useSyncExternalStore(registry?.watch ?? watchNothing, registry?.list ?? listNothing);
}

/**
 * Offers commands while the caller is mounted. The list may be built anew on every render; it is only
 * announced again when a name, its keys or its reason changes.
 */
export function useCommands(commands: readonly Command[]): void {
  const registry = useContext(Registry);
  const owner = useRef(Symbol('commands'));
  const latest = useRef(commands);
  latest.current = commands;
  const face = JSON.stringify(commands.map((c) => [c.id, c.title, c.group, c.keys, c.disabledReason]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `face` says when the list differs for a reader
  useEffect(() => {
    if (!registry) return;
    const id = owner.current;
    const offered = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find((current) => current.id === command.id)?.run(),
    }));
    registry.offer(id, offered);
    return () => registry.offer(id, []);
  }, [registry, face]);
}

const nothing: readonly Command[] = [];
const listNothing = () => nothing;
const watchNothing = () => () => {};
