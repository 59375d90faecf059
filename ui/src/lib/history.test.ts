import { describe, expect, it } from 'vitest';
import { begun, type History, noted, redone, undone } from './history';

/** A story of values, each so many milliseconds after the one before. */
function lived(...values: [value: string, pause: number][]): History<string> {
  let now = 0;
  return values.reduce((history, [value, pause]) => {
    now += pause;
    return noted(history, value, now);
  }, begun('a'));
}

const shape = ({ past, present, future }: History<string>) => [past.join(' '), present, future.join(' ')];
const back = (history: History<string>) => undone(history) ?? history;
const forth = (history: History<string>) => redone(history) ?? history;

describe('a history', () => {
  it.each([
    ['begins with nothing to undo', lived(), ['', 'a', '']],
    ['keeps every change', lived(['b', 1000], ['c', 1000]), ['a b', 'c', '']],
    [
      'takes what is typed in one go as one step',
      lived(['b', 1000], ['bc', 100], ['bcd', 100]),
      ['a', 'bcd', ''],
    ],
    ['does not count what is the same', lived(['b', 1000], ['b', 1000]), ['a', 'b', '']],
    ['keeps a discarding apart', noted(lived(['b', 1000]), 'a', 1001, false), ['a b', 'a', '']],
    ['goes back', back(lived(['b', 1000], ['c', 1000])), ['a', 'b', 'c']],
    ['goes back to the beginning and no further', back(back(back(lived(['b', 1000])))), ['', 'a', 'b']],
    ['goes forth again', forth(back(lived(['b', 1000], ['c', 1000]))), ['a b', 'c', '']],
    [
      'forgets what was undone when something else is done',
      noted(back(lived(['b', 1])), 'd', 9),
      ['a', 'd', ''],
    ],
  ])('%s', (_, history, expected) => expect(shape(history)).toEqual(expected));

  it('keeps the latest two hundred steps', () => {
    const story = Array.from({ length: 500 }, (_, step): [string, number] => [`v${step}`, 1000]);
    expect(lived(...story).past).toHaveLength(200);
  });
});
