import { useQuery } from '@tanstack/react-query';
import { workspaceQuery } from '../../../api/queries';

/** The workspace's currency (ISO 4217), for display; `undefined` until it is known. */
export function useCurrency(): string | undefined {
  return useQuery(workspaceQuery).data?.settings.currency;
}
