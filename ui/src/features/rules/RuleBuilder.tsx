import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import type { Json } from '../../lib/json';
import { addAfter, stepBlock, stepTarget } from './blockEdits';
import { type Block, isEffect } from './document';
import { useRuleEditor } from './EditorContext';
import { focusRow } from './focusRow';
import { insertAt, placeOf, valueAt } from './pointer';
import { RuleCard } from './RuleCard';
import { SelectorsPanel } from './SelectorsPanel';
import { newCondition, newRule } from './templates';
import { useRowKeys } from './useRowKeys';

/** The document as forms: a card for each rule, and the item lists they use. */
export function RuleBuilder() {
  const { document, edit } = useRuleEditor();
  const root = useRef<HTMLDivElement>(null);
  useRowKeys(root, useRowGestures());
  const rules = document.promotionRules;
  return (
    <div ref={root} className="flex flex-col gap-3 p-3">
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name that stays
        <RuleCard key={index} rule={rule} index={index} />
      ))}
      <div className="flex items-center gap-3">
        <Button
          icon={Plus}
          onPress={() =>
            edit((before) => insertAt(before, '/promotionRules', rules.length, newRule('New rule') as Json))
          }
        >
          Add rule
        </Button>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
          <span>
            <Kbd keys="Enter" /> adds a condition
          </span>
          <span>
            <Kbd keys="Alt ↑ ↓" /> moves a row
          </span>
          <span>
            <Kbd keys="Ctrl S" /> saves
          </span>
        </span>
      </div>
      <SelectorsPanel />
    </div>
  );
}

function useRowGestures() {
  const { document, edit } = useRuleEditor();
  const root = document as Json;
  return {
    onEnter: (pointer: string) => {
      const row = valueAt(root, pointer);
      if (!isBlock(row) || isEffect(row) || Number.isNaN(placeOf(pointer).index)) return;
      focusRow(addAfter(root, pointer, newCondition()).pointer);
      edit((before) => addAfter(before, pointer, newCondition()).document);
    },
    onMove: (pointer: string, by: -1 | 1) => {
      const target = stepTarget(root, pointer, by);
      if (target === null) return;
      edit((before) => stepBlock(before, pointer, by));
      focusRow(`${placeOf(pointer).list}/${target}`);
    },
  };
}

function isBlock(value: Json | undefined): value is Block {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.type === 'string'
  );
}
