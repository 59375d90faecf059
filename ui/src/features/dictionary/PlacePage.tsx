import { Plus } from 'lucide-react';
import type { DictionaryView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import { PanelHeader } from '../../kit/Panel';
import { AttributePage } from './AttributePage';
import { CreatedNote } from './CreatedNote';
import type { Actions } from './DictionaryPanes';
import { EntityPage } from './EntityPage';
import { EventEntityPage } from './EventEntityPage';
import { EventTypePage } from './EventTypePage';
import { eventEntity } from './form';
import { ownerTitle, type Place, prefillOf } from './places';

export type PlacePageProps = { place: Place; dictionary: DictionaryView; actions: Actions };

/** What is known of the chosen row of the tree. */
export function PlacePage(props: PlacePageProps) {
  const { place, actions } = props;
  const prefill = prefillOf(place);
  return (
    <>
      <PanelHeader
        title={place.kind === 'attribute' ? place.attribute.name : ownerTitle(place)}
        aside={kindOf(place)}
        actions={
          <Button
            tone="primary"
            size="small"
            icon={Plus}
            label="Create attribute"
            onPress={() => actions.create(prefill.entity, prefill.eventType)}
          >
            Create attribute
            <span aria-hidden>
              <Kbd keys="N" />
            </span>
          </Button>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        <CreatedNote placeId={place.id} actions={actions} />
        <PageBody {...props} />
      </div>
    </>
  );
}

function PageBody({ place, dictionary, actions }: PlacePageProps) {
  switch (place.kind) {
    case 'attribute':
      return <AttributePage place={place} actions={actions} />;
    case 'eventType':
      return <EventTypePage owner={place} actions={actions} />;
    case 'entity':
      return place.entity.entity === eventEntity ? (
        <EventEntityPage dictionary={dictionary} actions={actions} />
      ) : (
        <EntityPage owner={place} actions={actions} />
      );
  }
}

function kindOf(place: Place): string {
  switch (place.kind) {
    case 'attribute':
      return `${place.attribute.locked ? 'built-in attribute' : 'attribute'} of ${ownerTitle(place.owner)}`;
    case 'eventType':
      return place.eventType.builtIn ? 'built-in event' : 'custom event';
    case 'entity':
      return 'entity';
  }
}
