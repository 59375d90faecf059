import { CircleUser, Package, ShoppingCart, Ticket, Zap } from 'lucide-react';
import type { AttributeView, DictionaryView, EntityView, EventTypeView } from '../../api/types';
import type { TreeNode } from '../../kit/Tree';
import { eventEntity } from './form';
import { attributeId, entityId, eventTypeId } from './places';
import { typeWord } from './typeWords';

const icons: Record<string, TreeNode['icon']> = {
  CustomerProfile: CircleUser,
  CustomerSession: ShoppingCart,
  CartItem: Package,
  Event: Zap,
  Coupon: Ticket,
};

/** The tree of entities, event types and attributes; with words, only what has them and what leads there. */
export function treeOf(dictionary: DictionaryView, words: string): TreeNode[] {
  const wanted = words.trim().toLocaleLowerCase();
  return dictionary.entities
    .map((entity) => entityNode(entity, dictionary.eventTypes, wanted))
    .filter((node) => node !== null);
}

/** The ids of every row that has rows under it. */
export function branchesOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.children ? [node.id, ...branchesOf(node.children)] : []));
}

function entityNode(
  entity: EntityView,
  eventTypes: readonly EventTypeView[],
  wanted: string,
): TreeNode | null {
  const id = entityId(entity.entity);
  const isEvent = entity.entity === eventEntity;
  const isNamed = has(wanted, entity.entity, entity.title);
  const inside = isNamed ? '' : wanted;
  const types = isEvent ? eventTypes.map((eventType) => eventTypeNode(eventType, inside)) : [];
  const children = [
    ...types.filter((node) => node !== null),
    ...attributeNodes(id, entity.attributes, inside),
  ];
  if (!isNamed && children.length === 0) return null;
  return { id, label: entity.title, icon: icons[entity.entity], children };
}

function eventTypeNode(eventType: EventTypeView, wanted: string): TreeNode | null {
  const id = eventTypeId(eventType.name);
  const isNamed = has(wanted, eventType.name, eventType.title);
  const children = attributeNodes(id, eventType.attributes, isNamed ? '' : wanted);
  if (!isNamed && children.length === 0) return null;
  return { id, label: eventType.name, isLocked: eventType.builtIn, children };
}

function attributeNodes(ownerId: string, attributes: readonly AttributeView[], wanted: string): TreeNode[] {
  const customFirst = [...attributes].sort((left, right) => Number(left.locked) - Number(right.locked));
  return customFirst
    .filter((attribute) => has(wanted, attribute.name, attribute.title, attribute.description))
    .map((attribute) => ({
      id: attributeId(ownerId, attribute),
      label: attribute.name,
      isLocked: attribute.locked,
      aside: attribute.hidden ? 'hidden' : typeWord(attribute.type),
    }));
}

function has(wanted: string, ...texts: string[]): boolean {
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}
