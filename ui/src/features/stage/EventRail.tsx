import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronRight, ScrollText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { eventsQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { EventRowView } from '../../api/types';
import { Button } from '../../kit/Button';
import { ErrorNote } from '../../kit/ErrorNote';
import { Kbd } from '../../kit/Kbd';
import { TimeText } from '../../kit/TimeText';
import { countOf } from '../../lib/text';
import type { Stage } from './useStage';

/** What happened in this session, the earliest first. */
export function EventRail({ stage, onLedger }: { stage: Stage; onLedger: () => void }) {
  const query = useInfiniteQuery(eventsQuery({ session: stage.id }));
  const newestFirst = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const end = useRef<HTMLDivElement>(null);
  const latest = newestFirst[0]?.seq;
  useEffect(() => {
    if (latest) end.current?.scrollIntoView?.({ block: 'nearest', inline: 'end' });
  }, [latest]);
  if (query.error) return <ErrorNote message={refusalOf(query.error).message} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center justify-between pt-1 pr-2 pl-3">
        <h2 className="eyebrow m-0">Events of this session</h2>
        <Button size="small" tone="quiet" icon={ScrollText} label="Ledger" onPress={onLedger}>
          Ledger <Kbd keys="L" />
        </Button>
      </div>
      <div className="flex min-h-0 flex-1 items-start gap-1 overflow-auto px-3 py-1.5">
        {query.hasNextPage ? (
          <Button
            tone="quiet"
            isPending={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          >
            Show earlier
          </Button>
        ) : null}
        <RailSteps rows={newestFirst.toReversed()} />
        {newestFirst.length === 0 && !query.isPending ? (
          <span className="py-1 text-ink-3">None yet. Storing the session makes the first one.</span>
        ) : null}
        <div ref={end} className="h-1 w-px shrink-0" />
      </div>
    </div>
  );
}

function RailSteps({ rows }: { rows: readonly EventRowView[] }) {
  return (
    <ol aria-label="Events of this session" className="m-0 flex list-none items-center gap-1 p-0">
      {rows.map((row, index) => (
        <li key={row.seq} className="flex items-center gap-1">
          {index === 0 ? null : <ChevronRight aria-hidden size={12} className="shrink-0 text-ink-3" />}
          <Chip row={row} />
        </li>
      ))}
    </ol>
  );
}

function Chip({ row }: { row: EventRowView }) {
  const navigate = useNavigate();
  return (
    <button
      type="button"
      onClick={() => void navigate({ to: '/events/{-$seq}', params: { seq: row.seq } })}
      className="flex shrink-0 flex-col items-start rounded-md border border-line bg-raised px-2 py-1 text-left hover:border-line-strong hover:bg-hover"
    >
      <span className="whitespace-nowrap font-medium">{row.title}</span>
      <span className="flex gap-2 whitespace-nowrap text-sm text-ink-3">
        <TimeText at={row.at} shape="clock" />
        <span>{countOf(row.effects, 'effect')}</span>
      </span>
    </button>
  );
}
