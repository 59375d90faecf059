import type { Json } from '../../lib/json';
import { addAfter, patchAt, stepBlock, stepTarget } from './blockEdits';
import type { Block } from './document';
import { useRuleEditor } from './EditorContext';
import { focusRow } from './focusRow';
import { placeOf, removeAt, replaceAt, valueAt } from './pointer';

/** Everything that can be done to the block at a place in the document. */
export function useBlock(pointer: string) {
  const { document, edit } = useRuleEditor();
  const root = document as Json;
  const move = (by: -1 | 1) => {
    const target = stepTarget(root, pointer, by);
    if (target === null) return;
    edit((before) => stepBlock(before, pointer, by));
    focusRow(`${placeOf(pointer).list}/${target}`);
  };
  return {
    /** Changes some fields; `undefined` takes one away. */
    patch: (fields: Record<string, Json | undefined>) => edit((before) => patchAt(before, pointer, fields)),
    replace: (block: Block) => edit((before) => replaceAt(before, pointer, block)),
    remove: () => edit((before) => removeAt(before, pointer)),
    duplicate: () => edit((before) => addAfter(before, pointer, valueAt(before, pointer) as Block).document),
    change: (change: (document: Json, pointer: string) => Json) => edit((before) => change(before, pointer)),
    move,
    canMoveUp: stepTarget(root, pointer, -1) !== null,
    canMoveDown: stepTarget(root, pointer, 1) !== null,
  };
}
