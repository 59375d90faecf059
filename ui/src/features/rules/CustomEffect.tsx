import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import type { CustomEffectBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { MixedTextField } from './FormulaField';
import { TargetFields } from './TargetFields';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

/** An effect the integration understands: its name, its parameters, and what it is for. */
export function CustomEffect({ block, pointer }: { block: CustomEffectBlock; pointer: string }) {
  const row = useBlock(pointer);
  const effect = block.customEffect;
  const [typed, setTyped] = useState<string | null>(null);
  const patchEffect = (fields: Partial<typeof effect>) =>
    row.patch({ customEffect: { ...effect, ...fields } as Json });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="grid grid-cols-[72px_minmax(0,1fr)_minmax(0,1fr)] gap-2">
        <TextField
          isFigure
          label="Number"
          inputMode="numeric"
          value={typed ?? String(effect.id)}
          onChange={(text) => {
            setTyped(text);
            if (/^\d{1,9}$/.test(text)) patchEffect({ id: Number(text) });
          }}
          onBlur={() => setTyped(null)}
        />
        <TextField
          isCode
          label="API name"
          value={effect.name}
          onChange={(name) => patchEffect({ name })}
          placeholder="send_voucher"
        />
        <TextField
          label="Title"
          value={effect.title}
          onChange={(title) => patchEffect({ title })}
          placeholder="Send a voucher"
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2">for</span>
        <TargetFields target={block.target} choices={targets} onChange={(target) => row.patch({ target })} />
      </div>
      <Params block={block} pointer={pointer} />
    </div>
  );
}

const targets = [
  { id: 'cart', label: 'the cart' },
  { id: 'allItems', label: 'every item' },
  { id: 'selector', label: 'an item list' },
];

/** The parameters by name; a name can be changed without losing its place. */
function Params({ block, pointer }: { block: CustomEffectBlock; pointer: string }) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const entries = Object.entries(block.params ?? {});
  const isItem = block.target.type !== 'cart';
  const write = (next: [string, Json][]) => row.patch({ params: Object.fromEntries(next) });
  return (
    <div className="flex flex-col gap-1">
      {entries.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div key={index} className="flex items-center gap-1.5">
          <TextField
            isCode
            hideLabel
            label={`Name of parameter ${index + 1}`}
            value={name}
            onChange={(renamed) => {
              if (!entries.some(([other], at) => at !== index && other === renamed)) {
                write(entries.with(index, [renamed, value]));
              }
            }}
            className="w-44"
          />
          <MixedTextField
            hideLabel
            label={`Value of ${name || 'the parameter'}`}
            value={typeof value === 'string' ? value : JSON.stringify(value)}
            onChange={(text) => write(entries.with(index, [name, text]))}
            paths={pathsFor(paths, { isItem })}
            className="flex-1"
          />
          <IconButton
            label={`Remove ${name || 'the parameter'}`}
            icon={X}
            onPress={() => write(entries.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          tone="quiet"
          size="small"
          icon={Plus}
          onPress={() => write([...entries, [freeName(entries), '']])}
        >
          Add parameter
        </Button>
      </div>
    </div>
  );
}

function freeName(entries: readonly [string, Json][]): string {
  let count = entries.length + 1;
  while (entries.some(([name]) => name === `param_${count}`)) count += 1;
  return `param_${count}`;
}
