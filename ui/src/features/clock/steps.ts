/** How far one press moves the clock. */
export type Step = { id: string; word: string; length: string };

/** The steps of the clock, the shortest first. Days and weeks are those of the workspace's zone. */
export const steps: readonly Step[] = [
  { id: 'minute', word: 'minute', length: 'PT1M' },
  { id: 'hour', word: 'hour', length: 'PT1H' },
  { id: 'day', word: 'day', length: 'P1D' },
  { id: 'week', word: 'week', length: 'P1W' },
];
