import type { Json } from '../../lib/json';
import type { Block } from './document';
import { isEffect } from './document';
import { insertAt, moveWithin, placeOf, removeAt, replaceAt, valueAt } from './pointer';

/** The blocks of a list in the document; empty where there is none. */
export function blocksAt(document: Json, listPointer: string): Block[] {
  const list = valueAt(document, listPointer);
  return Array.isArray(list) ? (list as Block[]) : [];
}

/**
 * Where a block goes when it moves one up or down among its own kind: conditions and effects share one list but are
 * shown apart, so a condition steps over effects and the other way round. `null` at the end of the list.
 */
export function stepTarget(document: Json, pointer: string, by: -1 | 1): number | null {
  const { list, index } = placeOf(pointer);
  const siblings = blocksAt(document, list);
  const self = siblings[index];
  if (!self) return null;
  for (let at = index + by; at >= 0 && at < siblings.length; at += by) {
    const other = siblings[at];
    if (other && isEffect(other) === isEffect(self)) return at;
  }
  return null;
}

/** Moves a block one up or down among its own kind; the document as it was at the end of the list. */
export function stepBlock(document: Json, pointer: string, by: -1 | 1): Json {
  const target = stepTarget(document, pointer, by);
  if (target === null) return document;
  const { list, index } = placeOf(pointer);
  return moveWithin(document, list, index, target);
}

/** Adds a condition after the last one of the list, or an effect at its end. */
export function addBlock(
  document: Json,
  listPointer: string,
  block: Block,
): { document: Json; pointer: string } {
  const blocks = blocksAt(document, listPointer);
  const last = blocks.findLastIndex((other) => !isEffect(other));
  const index = isEffect(block) ? blocks.length : last + 1;
  return { document: insertAt(document, listPointer, index, block), pointer: `${listPointer}/${index}` };
}

/** Puts a block right after another. */
export function addAfter(document: Json, pointer: string, block: Block): { document: Json; pointer: string } {
  const { list, index } = placeOf(pointer);
  return { document: insertAt(document, list, index + 1, block), pointer: `${list}/${index + 1}` };
}

/** Puts a condition into a group of its own. */
export function wrapInGroup(document: Json, pointer: string): Json {
  const block = valueAt(document, pointer);
  if (block === undefined) return document;
  return replaceAt(document, pointer, { type: 'group', operator: 'atLeastOne', blocks: [block] });
}

/** Makes a condition that stands alone one of two, both of which must hold. */
export function joinInGroup(document: Json, pointer: string, added: Block): Json {
  const block = valueAt(document, pointer);
  if (block === undefined) return document;
  return replaceAt(document, pointer, { type: 'group', operator: 'all', blocks: [block, added] });
}

/** Replaces a group by what is in it; what it did on failure goes with it. */
export function unwrapGroup(document: Json, pointer: string): Json {
  const { list, index } = placeOf(pointer);
  const inside = blocksAt(document, `${pointer}/blocks`);
  const without = removeAt(document, pointer);
  return inside.reduceRight<Json>((before, block) => insertAt(before, list, index, block), without);
}

/** Changes some fields of an object; `undefined` takes a field away. */
export function patchAt(document: Json, pointer: string, fields: Record<string, Json | undefined>): Json {
  return Object.entries(fields).reduce<Json>(
    (before, [field, value]) => replaceAt(before, `${pointer}/${field}`, value),
    document,
  );
}
