import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { KeyValue } from '../../kit/KeyValue';
import { Tag } from '../../kit/Tag';
import { TimeText } from '../../kit/TimeText';
import { countOf, formatCount } from '../../lib/text';
import { BuiltInTable, CustomTable } from './AttributeTables';
import type { Actions } from './DictionaryPanes';
import { PageSection } from './PageSection';
import type { Owner } from './places';
import { linkLook, UsedBy } from './UsedBy';

type EventTypeOwner = Extract<Owner, { kind: 'eventType' }>;

/** An event type: when it happens, how often it did, who waits for it, and its attributes. */
export function EventTypePage({ owner, actions }: { owner: EventTypeOwner; actions: Actions }) {
  const { eventType } = owner;
  const custom = eventType.attributes.filter((attribute) => !attribute.locked);
  const builtIn = eventType.attributes.filter((attribute) => attribute.locked);
  return (
    <>
      <div className="flex flex-col gap-3 px-3 pt-3">
        <p className="m-0 max-w-[72ch] text-ink-2">{eventType.meaning}</p>
        <KeyValue items={factsOf(owner)} />
      </div>
      {eventType.builtIn ? null : (
        <PageSection title="Attributes" count={custom.length}>
          <CustomTable label="Attributes" owner={owner} attributes={custom} actions={actions} />
        </PageSection>
      )}
      {builtIn.length > 0 ? (
        <PageSection title="Built in" count={builtIn.length} note="Rules can read these with the event.">
          <BuiltInTable owner={owner} attributes={builtIn} actions={actions} />
        </PageSection>
      ) : null}
    </>
  );
}

function factsOf({ eventType }: EventTypeOwner) {
  const lock = (
    <Tag icon={Lock} title="Built-in events are made by what happens to sessions and customers.">
      built in, cannot change
    </Tag>
  );
  return [
    ...(eventType.builtIn
      ? [
          { key: 'In the Rule Builder', value: eventType.title },
          { key: 'Definition', value: lock },
        ]
      : []),
    { key: 'Recorded', value: <Recorded name={eventType.name} count={eventType.recorded} /> },
    {
      key: 'Last seen',
      value: eventType.lastSeen ? (
        <TimeText at={eventType.lastSeen} />
      ) : (
        <span className="text-ink-3">never</span>
      ),
    },
    { key: 'Used by', value: <UsedBy campaigns={eventType.usedBy} /> },
  ];
}

/** How many events there are, as a way to them. */
export function Recorded(props: { name: string; count: number; isInTable?: boolean }) {
  const { name, count, isInTable } = props;
  if (count === 0) return <span className="text-ink-3">{isInTable ? 'none' : 'no event yet'}</span>;
  return (
    <Link to="/events/{-$seq}" params={{ seq: undefined }} search={{ types: [name] }} className={linkLook}>
      {isInTable ? formatCount(count) : countOf(count, 'event')}
    </Link>
  );
}
