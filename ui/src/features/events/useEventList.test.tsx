import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventRow } from '../../../tests/fake/eventRows';
import { client } from '../../api/client';
import { makeQueryClient } from '../../api/queryClient';
import { useEventList } from './useEventList';
import { useEventsView } from './view';

let newest = 3;
let queries = makeQueryClient();

beforeEach(() => {
  newest = 3;
  queries = makeQueryClient();
  vi.spyOn(client, 'events').mockImplementation(async () => ({
    rows: rowsDownFrom(newest),
    next: null,
    total: newest,
  }));
});

afterEach(() => vi.restoreAllMocks());

test('while following, new events are listed as they happen', async () => {
  const list = await openList(true);
  await happens(1);
  await waitFor(() => expect(listed(list)).toEqual(['4', '3', '2', '1']));
  expect(list.current.news).toBe(0);
});

test('while not following, new events wait until they are asked for', async () => {
  const list = await openList(false);
  await happens(2);
  await waitFor(() => expect(list.current.news).toBe(2));
  expect(listed(list)).toEqual(['3', '2', '1']);
  act(() => list.current.showNews());
  expect(listed(list)).toEqual(['5', '4', '3', '2', '1']);
  expect(list.current.news).toBe(0);
});

test('the first event of an empty list waits too', async () => {
  newest = 0;
  const list = await openList(false);
  await happens(1);
  await waitFor(() => expect(list.current.news).toBe(1));
  expect(listed(list)).toEqual([]);
});

test('places in the journal are compared as numbers', async () => {
  newest = 9;
  const list = await openList(false);
  await happens(1);
  await waitFor(() => expect(list.current.news).toBe(1));
  expect(listed(list)).not.toContain('10');
});

function rowsDownFrom(seq: number) {
  return Array.from({ length: seq }, (_, index) => eventRow(seq - index));
}

async function openList(isFollowing: boolean) {
  useEventsView.setState({ isFollowing });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useEventList({}), { wrapper });
  await waitFor(() => expect(result.current.query.isSuccess).toBe(true));
  return result;
}

async function happens(count: number) {
  newest += count;
  await act(() => queries.invalidateQueries({ queryKey: ['events'] }));
}

function listed(list: { current: ReturnType<typeof useEventList> }): string[] {
  return list.current.rows.map((row) => row.seq);
}
