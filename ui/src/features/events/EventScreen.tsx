import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useEffect } from 'react';
import { ComparisonDialog } from './compare/ComparisonDialog';
import { EventDetail } from './detail/EventDetail';
import { linkLook } from './detail/links';
import { useFilter } from './useFilter';
import { useMarkCommands } from './useMarkCommands';
import { useEventsView } from './view';

/** One event with the whole screen for itself. */
export function EventScreen({ seq }: { seq: string }) {
  const [filter] = useFilter();
  const navigate = useNavigate();
  const select = useEventsView((view) => view.select);
  useMarkCommands(seq);
  useEffect(() => select(seq), [seq, select]);
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <nav aria-label="Back" className="flex h-8 shrink-0 items-center border-line border-b px-3">
        <Link
          to="/events/{-$seq}"
          params={{ seq: undefined }}
          search={filter}
          className={`${linkLook} inline-flex items-center gap-1`}
        >
          <ChevronLeft aria-hidden size={14} />
          All events
        </Link>
      </nav>
      <div className="flex min-h-0 flex-1 justify-center">
        <div className="flex min-h-0 w-full max-w-[1120px] flex-col">
          <EventDetail
            seq={seq}
            onGo={(next) => void navigate({ to: '/events/{-$seq}', params: { seq: next }, search: filter })}
          />
        </div>
      </div>
      <ComparisonDialog />
    </div>
  );
}
