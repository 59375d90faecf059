import type { Choice } from '../../kit/fieldTypes';
import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import type { BlockTarget } from './document';
import { useRuleEditor } from './EditorContext';

export type TargetFieldsProps = {
  target: BlockTarget;
  choices: readonly Choice[];
  onChange: (target: Record<string, Json>) => void;
};

/** What an effect is for; an item list is chosen by its name. */
export function TargetFields({ target, choices, onChange }: TargetFieldsProps) {
  const names = (useRuleEditor().document.selectors ?? []).map((selector) => selector.name);
  const shown = names.length === 0 && target.type !== 'selector' ? choices.filter(isNoList) : choices;
  return (
    <>
      <Segmented
        label="What it is for"
        value={target.type}
        onChange={(type) => onChange(type === 'selector' ? { type, name: names[0] ?? '' } : { type })}
        choices={shown}
      />
      {target.type === 'selector' ? (
        <Select
          hideLabel
          label="Item list"
          value={names.includes(target.name ?? '') ? (target.name ?? null) : null}
          placeholder={target.name || 'Choose a list…'}
          onChange={(name) => onChange({ ...(target as Record<string, Json>), name })}
          choices={names.map((name) => ({ id: name, label: name }))}
          className="w-44"
        />
      ) : null}
    </>
  );
}

function isNoList(choice: Choice): boolean {
  return choice.id !== 'selector';
}
