import { useQuery } from '@tanstack/react-query';
import { clockQuery } from './queries';

/** Tells the workspace's time as an RFC 3339 instant: the held one, or the computer's while the clock goes with it. */
export function useWorkspaceNow(): () => string {
  const clock = useQuery(clockQuery).data;
  return () => (clock?.mode === 'held' ? clock.now : new Date().toISOString());
}
