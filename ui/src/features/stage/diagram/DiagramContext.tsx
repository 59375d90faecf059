import { createContext, useContext } from 'react';
import type { AskView, StateView } from '../../../api/types';

/** What the states and arrows need to know of the session they are drawn for. */
export type DiagramState = {
  /** State of the session; `null` while it is not stored. */
  state: StateView | null;
  /** Arrow that carries the button of each move. */
  homes: Readonly<Partial<Record<AskView, string>>>;
  /** Why a move cannot be made now; `null` when it can. */
  reasonOf: (ask: AskView) => string | null;
  /** What a legal move does, in a sentence. */
  hintOf: (ask: AskView) => string | undefined;
  begin: (ask: AskView) => void;
};

const Context = createContext<DiagramState>({
  state: null,
  homes: {},
  reasonOf: () => null,
  hintOf: () => undefined,
  begin: () => {},
});

/** States one session for all states and arrows inside. */
export const DiagramProvider = Context.Provider;

/** The session the diagram is drawn for. */
export function useDiagram(): DiagramState {
  return useContext(Context);
}
