import type { OperandShape, OperatorView, PathView, VocabularyView } from '../../api/types';
import type { CheckAttributeBlock, RulesetDocument, Selector } from './document';

/** What can be looked at, by how it is written in the document. */
export function findPath(paths: readonly PathView[], path: string): PathView | undefined {
  return paths.find((known) => known.path === path);
}

/** The operators that go with a type; empty for a type nobody knows. */
export function operatorsOf(vocabulary: VocabularyView, type: string | undefined): readonly OperatorView[] {
  const own = vocabulary.operators.find((entry) => entry.type === type)?.operators;
  return own ?? (type === units ? operatorsForUnits(vocabulary) : []);
}

/** The type of a list of cart items, which no attribute has. */
const units = 'units';

/** Of items as a whole can only be asked whether there are any; the words are those used with other types. */
function operatorsForUnits(vocabulary: VocabularyView): OperatorView[] {
  const all = vocabulary.operators.flatMap((entry) => entry.operators);
  return ['not(empty)', 'empty'].flatMap((name) => all.find((operator) => operator.name === name) ?? []);
}

/** The words of an operator, whichever type it is used with; its name when nobody knows it. */
export function operatorLabel(vocabulary: VocabularyView, name: string): string {
  const all = vocabulary.operators.flatMap((entry) => entry.operators);
  return all.find((operator) => operator.name === name)?.label ?? name;
}

/** The operator of a condition, if it goes with the attribute's type. */
export function operatorOf(
  vocabulary: VocabularyView,
  paths: readonly PathView[],
  block: CheckAttributeBlock,
): OperatorView | undefined {
  const type = findPath(paths, block.attribute)?.type;
  return operatorsOf(vocabulary, type).find((operator) => operator.name === block.operator);
}

const listType = /^\(list (\w+)\)$/;

/** The type of one operand: a list's operators compare with its elements. */
export function operandType(type: string): string {
  return listType.exec(type)?.[1] ?? type;
}

/** The title of an event type; its name when nobody knows it. */
export function eventTitle(vocabulary: VocabularyView, eventType: string): string {
  return vocabulary.events.find((event) => event.eventType === eventType)?.title || eventType;
}

/** The fields of a condition that hold what it compares with. */
export const operandFields = ['value', 'min', 'max', 'start', 'end', 'values', 'count'] as const;

/** The fields an operator reads, in the order they are filled in. */
export const fieldsOfShape: Record<OperandShape, readonly (typeof operandFields)[number][]> = {
  none: [],
  value: ['value'],
  values: ['value'],
  minMax: ['min', 'max'],
  startEnd: ['start', 'end'],
  list: ['values'],
  listAndCount: ['count', 'values'],
};

/** The document's own item lists, as things a condition can look at. */
export function selectorPaths(document: RulesetDocument): PathView[] {
  return (document.selectors ?? []).flatMap((selector) => {
    const path = `$Selectors.${selector.name}`;
    const type = yieldOf(selector);
    const itself = listPath(path, selector.name, type);
    return type === units
      ? [itself, listPath(`count(${path})`, `Number of items in ${selector.name}`, 'number')]
      : [itself];
  });
}

function listPath(path: string, title: string, type: string): PathView {
  const meaning = 'Defined under Item lists in this campaign.';
  return {
    path,
    title,
    group: 'Item lists',
    type,
    builtIn: false,
    eventType: null,
    suggestions: [],
    meaning,
  };
}

/** What a list of items ends up as: the items themselves, or the one number its last step makes of them. */
function yieldOf(selector: Selector): string {
  const last = selector.steps.at(-1);
  if (last?.type === 'map') return 'values';
  if (last?.type !== 'reduce') return units;
  return last.operator === 'empty' ? 'boolean' : 'number';
}

/** What a condition may look at: items only inside an item list, an event's attributes only where that event is checked. */
export function pathsFor(
  paths: readonly PathView[],
  place: { eventType?: string | undefined; isItem?: boolean },
): PathView[] {
  return paths.filter((known) => {
    if (known.path.startsWith('$Event.Attributes.')) return known.eventType === place.eventType;
    return known.path.startsWith('$Item.') ? Boolean(place.isItem) : true;
  });
}
