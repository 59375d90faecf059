import type { AttributeView, DictionaryView, EntityView, EventTypeView } from '../../api/types';
import { eventEntity } from './form';

/** Something that can be chosen in the tree. */
export type Place =
  | { kind: 'entity'; id: string; entity: EntityView }
  | { kind: 'eventType'; id: string; eventType: EventTypeView }
  | { kind: 'attribute'; id: string; attribute: AttributeView; owner: Owner };

/** What attributes belong to. */
export type Owner = Exclude<Place, { kind: 'attribute' }>;

export const entityId = (entity: string) => `entity:${entity}`;
export const eventTypeId = (name: string) => `event:${name}`;
export const attributeId = (ownerId: string, attribute: AttributeView) => `${ownerId}/${attribute.path}`;

/** The owner an attribute of this entity (and event type) has in the tree. */
export function ownerIdOf(entity: string, eventType: string | null): string {
  return entity === eventEntity && eventType !== null ? eventTypeId(eventType) : entityId(entity);
}

/** Everything that can be chosen, by id, in the order of the tree. */
export function placesOf(dictionary: DictionaryView): Map<string, Place> {
  const owners: Owner[] = [
    ...dictionary.entities.map((entity): Owner => ({ kind: 'entity', id: entityId(entity.entity), entity })),
    ...dictionary.eventTypes.map(
      (eventType): Owner => ({ kind: 'eventType', id: eventTypeId(eventType.name), eventType }),
    ),
  ];
  const places = owners.flatMap((owner): Place[] => [
    owner,
    ...attributesOf(owner).map(
      (attribute): Place => ({ kind: 'attribute', id: attributeId(owner.id, attribute), attribute, owner }),
    ),
  ]);
  return new Map(places.map((place) => [place.id, place]));
}

export function attributesOf(owner: Owner): readonly AttributeView[] {
  return owner.kind === 'entity' ? owner.entity.attributes : owner.eventType.attributes;
}

/** What an owner is called. */
export function ownerTitle(owner: Owner): string {
  return owner.kind === 'entity' ? owner.entity.title : owner.eventType.name;
}

/** The entity and event type a new attribute of this place would have; built-in event types take none. */
export function prefillOf(place: Place): { entity: string; eventType: string } {
  const owner = place.kind === 'attribute' ? place.owner : place;
  if (owner.kind === 'entity') return { entity: owner.entity.entity, eventType: '' };
  return { entity: eventEntity, eventType: owner.eventType.builtIn ? '' : owner.eventType.name };
}

/** Where to begin: the first custom event type, or the entity Event while there is none. */
export function firstPlace(dictionary: DictionaryView): string {
  const custom = dictionary.eventTypes.find((eventType) => !eventType.builtIn);
  return custom ? eventTypeId(custom.name) : entityId(eventEntity);
}
