import { Lock, Zap } from 'lucide-react';
import type { DictionaryView, EventTypeView } from '../../api/types';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { Table, type TableColumn } from '../../kit/Table';
import { TimeText } from '../../kit/TimeText';
import type { Actions } from './DictionaryPanes';
import { Recorded } from './EventTypePage';
import { eventEntity } from './form';
import { PageSection } from './PageSection';
import { eventTypeId } from './places';
import { UsedBy } from './UsedBy';

type Column = TableColumn<EventTypeView>;

/** All event types: the custom ones, and the nine that are built in with their meaning. */
export function EventEntityPage({ dictionary, actions }: { dictionary: DictionaryView; actions: Actions }) {
  const custom = dictionary.eventTypes.filter((eventType) => !eventType.builtIn);
  const builtIn = dictionary.eventTypes.filter((eventType) => eventType.builtIn);
  return (
    <>
      <p className="m-0 max-w-[72ch] px-3 pt-3 text-ink-2">
        An event is one thing a customer did. Custom events are yours to define and to trigger; built-in
        events record by themselves what happens to carts and customers.
      </p>
      <PageSection title="Custom events" count={custom.length}>
        {custom.length === 0 ? (
          <EmptyState
            icon={Zap}
            title="No custom events yet"
            sentence="A custom event comes into being with its first attribute: a pageview with its url, for example."
            action={
              <Button onPress={() => actions.create(eventEntity, '')}>Create the first custom event</Button>
            }
          />
        ) : (
          <Table
            label="Custom events"
            columns={[nameColumn(actions), attributesColumn, ...usageColumns]}
            rows={custom}
            rowId={({ name }) => name}
          />
        )}
      </PageSection>
      <PageSection
        title="Built-in events"
        count={builtIn.length}
        note="Check these before you define your own."
      >
        <Table
          label="Built-in events"
          columns={[nameColumn(actions), meaningColumn, ...usageColumns]}
          rows={builtIn}
          rowId={({ name }) => name}
        />
      </PageSection>
    </>
  );
}

function nameColumn(actions: Actions): Column {
  return {
    id: 'name',
    header: 'Event type',
    width: '220px',
    render: ({ name, builtIn }) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <button
          type="button"
          onClick={() => actions.choose(eventTypeId(name))}
          className="max-w-64 break-words rounded-sm text-left font-mono text-sm text-accent hover:underline"
        >
          {name}
        </button>
        {builtIn ? <Lock role="img" aria-label="built in" size={11} className="shrink-0 text-ink-3" /> : null}
      </span>
    ),
  };
}

const attributesColumn: Column = {
  id: 'attributes',
  header: 'Attributes',
  render: ({ attributes }) =>
    attributes
      .filter((attribute) => !attribute.locked)
      .map((attribute) => attribute.name)
      .join(', '),
};

const meaningColumn: Column = { id: 'meaning', header: 'When it happens', render: ({ meaning }) => meaning };

const usageColumns: Column[] = [
  {
    id: 'recorded',
    header: 'Recorded',
    width: '76px',
    isFigure: true,
    render: ({ name, recorded }) => <Recorded name={name} count={recorded} isInTable />,
  },
  {
    id: 'lastSeen',
    header: 'Last seen',
    width: '140px',
    render: ({ lastSeen }) =>
      lastSeen ? <TimeText at={lastSeen} /> : <span className="text-ink-3">never</span>,
  },
  { id: 'usedBy', header: 'Used by', width: '130px', render: ({ usedBy }) => <UsedBy campaigns={usedBy} /> },
];
