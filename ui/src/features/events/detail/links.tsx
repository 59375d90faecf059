import { Link } from '@tanstack/react-router';
import { useFilter } from '../useFilter';

/** How a link in running text looks. */
export const linkLook =
  'rounded-sm text-accent underline decoration-line-strong underline-offset-2 hover:decoration-current';

/** A session's id, as a way to the Stage. */
export function SessionLink({ id }: { id: string }) {
  return (
    <Link
      to="/stage/{-$sessionId}"
      params={{ sessionId: id }}
      title={`Open ${id} on the Stage`}
      className={linkLook}
    >
      {id}
    </Link>
  );
}

/** A way to the list of events with one more filter. */
export function FilterLink({
  name,
  value,
  children,
}: {
  name: 'session' | 'profile';
  value: string;
  children: string;
}) {
  const [filter] = useFilter();
  return (
    <Link
      to="/events/{-$seq}"
      params={{ seq: undefined }}
      search={{ ...filter, [name]: value }}
      className={linkLook}
    >
      {children}
    </Link>
  );
}
