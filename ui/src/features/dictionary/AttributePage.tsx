import { Lock, Pencil } from 'lucide-react';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import { KeyValue } from '../../kit/KeyValue';
import { Tag } from '../../kit/Tag';
import { TimeText } from '../../kit/TimeText';
import type { Actions } from './DictionaryPanes';
import { ownerTitle, type Place } from './places';
import { SuggestionList } from './SuggestionList';
import { typeWord } from './typeWords';
import { linkLook, UsedBy } from './UsedBy';

type AttributePlace = Extract<Place, { kind: 'attribute' }>;

/** Everything about one attribute. */
export function AttributePage({ place, actions }: { place: AttributePlace; actions: Actions }) {
  const { attribute, owner } = place;
  return (
    <div className="flex flex-col items-start gap-4 p-3">
      {attribute.description ? (
        <p className="m-0 max-w-[72ch] whitespace-pre-wrap text-ink-2">{attribute.description}</p>
      ) : null}
      <KeyValue
        items={[
          {
            key: owner.kind === 'eventType' ? 'Event type' : 'Entity',
            value: (
              <button type="button" onClick={() => actions.choose(owner.id)} className={linkLook}>
                {ownerTitle(owner)}
              </button>
            ),
          },
          { key: 'Title', value: attribute.title },
          { key: 'Type', value: typeWord(attribute.type) },
          { key: 'In rules', value: <code>{attribute.path}</code> },
          ...(attribute.locked ? [] : choiceFacts(place)),
          { key: 'Used by', value: <UsedBy campaigns={attribute.usedBy} /> },
        ]}
      />
      {attribute.locked ? (
        <Tag icon={Lock}>built in, cannot change</Tag>
      ) : (
        <Button icon={Pencil} onPress={() => actions.edit(attribute)} label={`Edit ${attribute.name}`}>
          Edit
          <span aria-hidden>
            <Kbd keys="E" />
          </span>
        </Button>
      )}
    </div>
  );
}

function choiceFacts({ attribute, owner }: AttributePlace) {
  const lastSeen = attribute.lastSeen ? (
    <TimeText at={attribute.lastSeen} />
  ) : (
    <span className="text-ink-3">never</span>
  );
  return [
    { key: 'Suggestions', value: <SuggestionList suggestions={attribute.suggestions} isWhole /> },
    {
      key: 'Restricted',
      value: attribute.restrictedBySuggestions
        ? 'Yes, only these values are accepted'
        : 'No, any value is accepted',
    },
    { key: 'In pickers', value: attribute.hidden ? 'Hidden' : 'Offered' },
    ...(owner.kind === 'eventType' ? [{ key: 'Last seen', value: lastSeen }] : []),
  ];
}
