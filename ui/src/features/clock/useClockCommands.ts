import type { ClockView } from '../../api/types';
import { type Command, useCommands } from '../../kit/CommandRegistry';
import { steps } from './steps';
import type { ClockControl } from './useClock';

/** Offers everything that can be done with the clock in the palette. */
export function useClockCommands({ clock, set }: ClockControl, open: () => void): void {
  useCommands(clock ? commands(clock, set, open) : []);
}

function commands(clock: ClockView, set: ClockControl['set'], open: () => void): Command[] {
  const isHeld = clock.mode === 'held';
  const moves = [1, -1].flatMap((way) =>
    steps.map(({ id, word, length }) => ({
      id: `clock.${way > 0 ? 'on' : 'back'}.${id}`,
      title: `Move the clock ${way > 0 ? 'on' : 'back'} one ${word}`,
      group: 'Clock',
      run: () => set({ mode: 'held', advance: way > 0 ? length : `-${length}` }),
    })),
  );
  return [
    { id: 'clock.open', title: 'Set the workspace clock…', group: 'Clock', run: open },
    {
      id: 'clock.hold',
      title: 'Hold the clock where it is',
      group: 'Clock',
      disabledReason: isHeld ? 'It is held already.' : null,
      run: () => set({ mode: 'held' }),
    },
    {
      id: 'clock.wall',
      title: 'Let the clock go with the computer’s',
      group: 'Clock',
      disabledReason: isHeld ? null : 'It goes with the computer’s already.',
      run: () => set({ mode: 'wall' }),
    },
    ...moves,
    {
      id: 'clock.next',
      title: 'Move the clock to the next landmark',
      group: 'Clock',
      disabledReason: clock.next === null ? nothingToCome : null,
      run: () => set({ mode: 'held', to: 'nextLandmark' }),
    },
    {
      id: 'clock.previous',
      title: 'Move the clock to the previous landmark',
      group: 'Clock',
      disabledReason: clock.previous === null ? nothingBehind : null,
      run: () => set({ mode: 'held', to: 'previousLandmark' }),
    },
  ];
}

export const nothingToCome = 'Nothing starts or ends later.';
export const nothingBehind = 'Nothing starts or ends earlier.';
