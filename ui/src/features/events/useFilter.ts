import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type EventsSearch, readFilter } from './filter';

/**
 * The filter, kept in the address: a view is a link, and going back undoes a step. `replace` overwrites the
 * last step instead of adding one, as while a text is being typed.
 */
export function useFilter(): [EventsSearch, (filter: EventsSearch, replace?: boolean) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const written = JSON.stringify(search);
  const filter = useMemo(() => readFilter(JSON.parse(written)), [written]);
  const setFilter = useCallback(
    (next: EventsSearch, replace = false) => {
      void navigate({ to: '/events/{-$seq}', params: { seq: undefined }, search: next, replace });
    },
    [navigate],
  );
  return [filter, setFilter];
}
