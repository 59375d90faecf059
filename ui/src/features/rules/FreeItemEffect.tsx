import { Switch } from '../../kit/Switch';
import { TextField } from '../../kit/TextField';
import type { AwardItemBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { MixedTextField } from './FormulaField';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

/** An item for nothing: which, how it is called, how many. */
export function FreeItemEffect({ block, pointer }: { block: AwardItemBlock; pointer: string }) {
  const here = pathsFor(useRuleEditor().paths, {});
  const row = useBlock(pointer);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)] items-end gap-2">
        <TextField
          isCode
          label="SKU"
          value={block.sku}
          onChange={(sku) => row.patch({ sku })}
          placeholder="MUG-GIFT"
        />
        <MixedTextField
          label="Name"
          value={block.name}
          onChange={(name) => row.patch({ name })}
          paths={here}
          placeholder="Gift mug"
        />
        <MixedTextField
          label="Quantity"
          value={String(block.quantity)}
          onChange={(quantity) => row.patch({ quantity })}
          paths={here}
          placeholder="1"
        />
      </div>
      <Switch
        label="Give fewer when a budget runs short (partial)"
        isSelected={block.partial ?? false}
        onChange={(partial) => row.patch({ partial })}
      />
    </div>
  );
}
