import type { Json } from '../../lib/json';

/**
 * Edits of a JSON value at a place named by a JSON pointer (RFC 6901). Nothing is changed in place: every edit
 * answers with a new value that shares what did not change. A pointer that leads nowhere answers with the value as it was.
 */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const step of stepsOf(pointer)) value = childOf(value, step);
  return value;
}

/** Puts `value` at the place; `undefined` takes the key away. */
export function replaceAt(root: Json, pointer: string, value: Json | undefined): Json {
  return changeAt(root, stepsOf(pointer), () => value) ?? null;
}

/** Puts `value` into the list before `index`; a list that is not there yet is made. */
export function insertAt(root: Json, listPointer: string, index: number, value: Json): Json {
  return changeList(root, listPointer, (list) => list.toSpliced(index, 0, value));
}

/** Takes one element out of its list; a list without elements stays. */
export function removeAt(root: Json, pointer: string): Json {
  const { list, index } = placeOf(pointer);
  return changeList(root, list, (items) => items.toSpliced(index, 1));
}

/** Moves an element of the list to another place; `to` counts after it was taken out. */
export function moveWithin(root: Json, listPointer: string, from: number, to: number): Json {
  return changeList(root, listPointer, (list) => {
    const moved = list[from];
    return moved === undefined ? list : list.toSpliced(from, 1).toSpliced(to, 0, moved);
  });
}

/** The list an element is in, and its zero-based place there. */
export function placeOf(pointer: string): { list: string; index: number } {
  const cut = pointer.lastIndexOf('/');
  return { list: pointer.slice(0, cut), index: Number(pointer.slice(cut + 1)) };
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  if (typeof value === 'object' && value !== null)
    return Object.hasOwn(value, step) ? value[step] : undefined;
  return undefined;
}

function changeList(root: Json, pointer: string, change: (list: Json[]) => Json[]): Json {
  const changed = changeAt(root, stepsOf(pointer), (list) => change(Array.isArray(list) ? list : []));
  return changed ?? null;
}

type Change = (value: Json | undefined) => Json | undefined;

function changeAt(value: Json | undefined, steps: string[], change: Change): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const index = Number(step);
    const changed = changeAt(value[index], rest, change);
    return changed === undefined ? value.toSpliced(index, 1) : value.with(index, changed);
  }
  if (typeof value !== 'object' || value === null) return value;
  const { [step]: before, ...others } = value;
  const changed = changeAt(before, rest, change);
  if (changed === undefined) return others;
  return { ...value, [step]: changed };
}
