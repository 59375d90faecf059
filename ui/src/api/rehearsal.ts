import { queryOptions } from '@tanstack/react-query';
import { client } from './client';

/** What a request (one `till apply` line) would do now; nothing is stored. Fails with the refusal it would meet. */
export const rehearsalQuery = (line: string) =>
  queryOptions({
    queryKey: ['events', 'rehearsal', line],
    queryFn: () => client.applyRequest(line, true),
    meta: { stale: ['sessions', 'profiles', 'campaigns', 'dictionary', 'workspace'] },
    gcTime: 10_000,
  });
