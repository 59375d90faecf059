import { describe, expect, it } from 'vitest';
import type { GrainView, Preset } from '../../api/types';
import { filterParts, freshReport, withColumn, withGrain, withMeasure, withMoved, withTitle } from './report';

const events: GrainView = {
  grain: 'event',
  columns: ['number', 'time', 'event'].map((column) => ({ column, title: column, kind: 'text' as const })),
};
const effects: GrainView = {
  grain: 'effect',
  columns: ['campaign', 'effect', 'time'].map((column) => ({ column, title: column, kind: 'text' as const })),
};

const names = (report: Preset) => report.columns.map(({ column }) => column).join(' ');

describe('the columns of a report', () => {
  const report = freshReport(events);

  it.each([
    ['are added at the end', withColumn(report, 'day', true), 'number time event day'],
    ['are taken out', withColumn(report, 'time', false), 'number event'],
    ['are not there twice', withColumn(report, 'number', true), 'time event number'],
    ['are moved before another', withMoved(report, ['event'], 'number', false), 'event number time'],
    ['are moved behind another', withMoved(report, ['number', 'time'], 'event', true), 'event number time'],
    [
      'stay where they are beside one that is not there',
      withMoved(report, ['time'], 'day', true),
      'number time event',
    ],
  ])('%s', (_, changed, expected) => expect(names(changed)).toBe(expected));

  it('get another title, and their own again', () => {
    const renamed = withTitle(report, 'time', ' When ');
    expect(renamed.columns[1]).toEqual({ column: 'time', title: 'When' });
    expect(withTitle(renamed, 'time', '')).toEqual(report);
  });
});

describe('another kind of row', () => {
  it('keeps the columns both kinds have', () => {
    expect(names(withGrain(freshReport(events), effects))).toBe('time');
  });

  it('begins anew when they have none in common', () => {
    const report = withColumn(withColumn(freshReport(events), 'time', false), 'number', false);
    expect(names(withGrain(report, { ...effects, columns: effects.columns.slice(0, 2) }))).toBe(
      'campaign effect',
    );
  });

  it('keeps the calculations it can make', () => {
    const counted = withMeasure(freshReport(events), { calculate: 'count' });
    const summed = withMeasure(counted, { calculate: 'sum', of: 'total' });
    expect(withGrain(summed, effects).measures).toEqual([{ calculate: 'count' }]);
  });
});

it('a calculation asked for twice is there once', () => {
  const once = withMeasure(freshReport(events), { calculate: 'distinct', of: 'time' });
  expect(withMeasure(once, { calculate: 'distinct', of: 'time' }).measures).toHaveLength(1);
});

it('the parts of a filter are said and can be taken out one by one', () => {
  const filter = { types: ['pageview'], states: [], session: null, text: 'ana', campaign: 3 };
  const parts = filterParts(filter);
  expect(parts.map(({ says }) => says)).toEqual(['Events: pageview', 'Campaign number: 3']);
  expect(parts[0]?.without).toEqual({ states: [], session: null, text: 'ana', campaign: 3 });
});
