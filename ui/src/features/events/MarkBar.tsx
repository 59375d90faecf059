import { useQuery } from '@tanstack/react-query';
import { GitCompare, X } from 'lucide-react';
import { eventQuery } from '../../api/queries';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { useEventsView } from './view';

/** Which events are marked, and what to do with them; nothing while none is. */
export function MarkBar() {
  const { marked, clearMarks, compare } = useEventsView();
  if (marked.length === 0) return null;
  return (
    <section
      aria-label="Marked events"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 border-line border-t bg-accent-soft px-3 text-sm"
    >
      {marked.map((seq) => (
        <MarkedEvent key={seq} seq={seq} />
      ))}
      {marked.length === 1 ? (
        <span className="text-ink-2">Mark one more event (M) to compare the two.</span>
      ) : null}
      <span className="flex-1" />
      <Button
        size="small"
        icon={GitCompare}
        hint="How the two events differ (D)"
        disabledReason={marked.length < 2 ? 'Mark one more event first.' : null}
        onPress={() => compare(true)}
      >
        Compare
      </Button>
      <Button size="small" tone="quiet" onPress={clearMarks}>
        Clear marks
      </Button>
    </section>
  );
}

function MarkedEvent({ seq }: { seq: string }) {
  const mark = useEventsView((view) => view.mark);
  const row = useQuery(eventQuery(seq)).data?.row;
  const name = row ? `${row.title} · ${row.sessionId ?? row.profileId ?? seq}` : `Event ${seq}`;
  return (
    <span className="inline-flex max-w-72 items-center gap-1">
      <span className="truncate font-medium">{name}</span>
      <IconButton
        label={`Take the mark of ${name} away`}
        icon={X}
        size="smallIcon"
        onPress={() => mark(seq)}
      />
    </span>
  );
}
