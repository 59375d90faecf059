import { Bookmark, ChevronDown, ChevronUp, CircleHelp, Maximize2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useExplain } from '../../../api/explain';
import type { EventDetailView, EventRowView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { IconButton } from '../../../kit/IconButton';
import { StateBadge } from '../../../kit/StateBadge';
import { TimeText } from '../../../kit/TimeText';
import { useEventsView } from '../view';
import { explanationOf } from './explanation';
import { FilterLink, SessionLink } from './links';

export type DetailHeaderProps = {
  detail: EventDetailView;
  onGo: (seq: string) => void;
  onMaximise?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
};

/** Which event it is, whose, when, and the ways from here. */
export function DetailHeader(props: DetailHeaderProps) {
  const { row } = props.detail;
  return (
    <header className="shrink-0 px-3 pt-2 pb-2">
      <div className="flex items-start gap-2">
        <h2 className="m-0 min-w-0 flex-1 pt-0.5 text-lg leading-6 font-semibold break-words">{row.title}</h2>
        <HeaderButtons {...props} />
      </div>
      <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-2">
        {row.title === row.eventType ? null : <code className="text-ink-3">{row.eventType}</code>}
        <TimeText at={row.at} />
        {row.state ? <StateBadge state={row.state} /> : null}
      </p>
      <Whose row={row} />
    </header>
  );
}

function HeaderButtons({ detail, onGo, onMaximise, onClose }: DetailHeaderProps) {
  const show = useExplain((explain) => explain.show);
  const { marked, mark } = useEventsView();
  const isMarked = marked.includes(detail.row.seq);
  const { previousInSession: previous, nextInSession: next } = detail;
  return (
    <div className="flex shrink-0 items-center">
      <Button
        size="small"
        icon={CircleHelp}
        hint="Why rules applied or not (W)"
        onPress={() => show(explanationOf(detail))}
      >
        Why?
      </Button>
      <span className="w-1" />
      <IconButton
        label={isMarked ? 'Take the mark away' : 'Mark to compare'}
        icon={Bookmark}
        keys="M"
        isPressed={isMarked}
        onPress={() => mark(detail.row.seq)}
      />
      <IconButton
        label="Previous event of this session"
        icon={ChevronUp}
        keys="["
        disabledReason={previous === null ? 'there is none before it' : null}
        onPress={() => previous !== null && onGo(previous)}
      />
      <IconButton
        label="Next event of this session"
        icon={ChevronDown}
        keys="]"
        disabledReason={next === null ? 'there is none after it' : null}
        onPress={() => next !== null && onGo(next)}
      />
      {onMaximise ? (
        <IconButton label="Show it alone" icon={Maximize2} keys="Enter" onPress={onMaximise} />
      ) : null}
      {onClose ? <IconButton label="Close the event" icon={X} keys="Esc" onPress={onClose} /> : null}
    </div>
  );
}

/** The customer and the session, each with a way to it and to its other events. */
function Whose({ row }: { row: EventRowView }) {
  return (
    <div className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      <Fact name="Customer">
        {row.profileId === null ? (
          <span className="text-ink-3">anonymous</span>
        ) : (
          <>
            {row.profileId} <Dot />
            <FilterLink name="profile" value={row.profileId}>
              all events
            </FilterLink>
          </>
        )}
      </Fact>
      <Fact name="Session">
        {row.sessionId === null ? (
          <span className="text-ink-3">none</span>
        ) : (
          <>
            <SessionLink id={row.sessionId} /> <Dot />
            <FilterLink name="session" value={row.sessionId}>
              its events
            </FilterLink>
          </>
        )}
      </Fact>
    </div>
  );
}

/** Between an id and what belongs to it. */
function Dot() {
  return <span className="text-ink-3">· </span>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span>
      <span className="text-ink-3">{name} </span>
      {children}
    </span>
  );
}
