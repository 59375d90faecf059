import { Plus } from 'lucide-react';
import { Button } from '../../kit/Button';
import type { Json } from '../../lib/json';
import { joinInGroup } from './blockEdits';
import { type ConditionPlace, ConditionRow } from './ConditionList';
import type { Block } from './document';
import { useRuleEditor } from './EditorContext';
import { focusRow } from './focusRow';
import { valueAt } from './pointer';
import { newCondition } from './templates';

/** A condition that stands alone where a group could: one more makes a group of them. */
export function LoneCondition({ pointer, place }: { pointer: string; place: ConditionPlace }) {
  const { document, edit } = useRuleEditor();
  const block = valueAt(document as Json, pointer) as Block;
  const list = { pointer: `${pointer}/blocks`, place, joint: 'and' };
  return (
    <div className="pl-11">
      <ConditionRow block={block} pointer={pointer} list={list} />
      <Button
        tone="quiet"
        size="small"
        icon={Plus}
        onPress={() => {
          edit((before) => joinInGroup(before, pointer, newCondition()));
          focusRow(`${pointer}/blocks/1`);
        }}
      >
        Add condition
      </Button>
    </div>
  );
}
