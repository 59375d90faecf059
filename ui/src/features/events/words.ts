import type { StateView } from '../../api/types';

const stateWords: Record<StateView, string> = {
  open: 'Open',
  closed: 'Closed',
  partially_returned: 'Partially returned',
  cancelled: 'Cancelled',
};

/** A session state as people read it. */
export function stateWord(state: StateView): string {
  return stateWords[state];
}

/** Whether one place in the journal is after another; places are whole numbers as text. */
export function isAfter(seq: string, other: string): boolean {
  return BigInt(seq) > BigInt(other);
}
