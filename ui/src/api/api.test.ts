import { QueryObserver } from '@tanstack/react-query';
import { emit } from '@tauri-apps/api/event';
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, expect, it } from 'vitest';
import { client } from './client';
import { followStaleness } from './invalidation';
import { campaignQuery, eventFacetsQuery } from './queries';
import { makeQueryClient } from './queryClient';
import { Refusal, refusalOf } from './refusal';

afterEach(clearMocks);

it('hands a command its arguments by name', async () => {
  const calls: unknown[] = [];
  mockIPC((command, args) => {
    calls.push([command, args]);
    return {};
  });
  await client.reopenSession('cart-1', true);
  expect(calls).toEqual([['reopen_session', { id: 'cart-1', dry: true }]]);
});

it('throws a refusal that knows its fields', async () => {
  const problem = { field: '/name', title: 'Invalid', message: 'A name is needed.', start: null, end: null };
  mockIPC(() => Promise.reject({ code: 'invalid', message: 'It cannot be saved.', problems: [problem] }));
  const refused = await client.renameWorkspace('').catch((reason: unknown) => reason);
  expect(refused).toBeInstanceOf(Refusal);
  const refusal = refusalOf(refused);
  expect([refusal.message, refusal.messageAt('/name'), refusal.messageAt('/title')]).toEqual([
    'It cannot be saved.',
    'A name is needed.',
    undefined,
  ]);
  expect(refusal.problemsBeside(['/name'])).toEqual([]);
});

it('makes a sentence of anything else that goes wrong', () => {
  expect(refusalOf('pipe closed').message).toBe('The request did not get through: pipe closed');
});

it('asks again for exactly what went stale', async () => {
  const asked: string[] = [];
  mockIPC(
    (command) => {
      asked.push(command);
      return {};
    },
    { shouldMockEvents: true },
  );
  const queries = makeQueryClient();
  const stop = await followStaleness(queries);
  const watching = [
    new QueryObserver(queries, campaignQuery(1)).subscribe(() => {}),
    new QueryObserver(queries, eventFacetsQuery({})).subscribe(() => {}),
  ];
  await expect.poll(() => queries.isFetching()).toBe(0);
  expect(asked).toEqual(['campaign', 'event_facets']);
  await emit('stale-event', { kinds: ['events'] });
  await expect.poll(() => asked).toEqual(['campaign', 'event_facets', 'event_facets']);
  await emit('stale-event', { kinds: ['campaigns'] });
  await expect.poll(() => asked.length).toBe(5);
  for (const unwatch of watching) unwatch();
  stop();
});
