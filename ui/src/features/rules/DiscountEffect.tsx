import { useState } from 'react';
import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import { Switch } from '../../kit/Switch';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import { type DiscountKind, discountKind, withDiscountKind, withTarget } from './discount';
import type { AwardDiscountBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { FigureField } from './FigureField';
import { FormulaField, MixedTextField } from './FormulaField';
import { type PercentageBase, percentageIn, percentageValue } from './formula';
import { TargetFields } from './TargetFields';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

const kinds = [
  { id: 'percent', label: 'Percentage' },
  { id: 'fixed', label: 'Amount' },
  { id: 'formula', label: 'Formula' },
];

/** A discount: how much, off what, and what the customer reads. */
export function DiscountEffect({ block, pointer }: { block: AwardDiscountBlock; pointer: string }) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const [isFormula, setFormula] = useState(false);
  const kind = isFormula && discountKind(block) === 'percent' ? 'formula' : discountKind(block);
  const { target } = block;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Segmented
          label="How the discount is computed"
          value={kind}
          onChange={(id) => {
            setFormula(id === 'formula');
            row.patch({ value: withDiscountKind(block, id as DiscountKind) });
          }}
          choices={kinds}
        />
        <DiscountValue block={block} pointer={pointer} kind={kind} />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="text-ink-2">off</span>
        <TargetFields
          target={target}
          choices={discountTargets}
          onChange={(next) => row.patch(withTarget(block, next))}
        />
        {target.type === 'cart' ? null : (
          <Switch
            label="Share one amount by price (pro rata)"
            isSelected={target.prorated ?? false}
            onChange={(prorated) =>
              row.patch(withTarget(block, { ...(target as Record<string, Json>), prorated }))
            }
          />
        )}
      </div>
      <Switch
        label="Give less when a budget runs short (partial)"
        isSelected={block.partial ?? false}
        onChange={(partial) => row.patch({ partial })}
      />
      <MixedTextField
        label="Shown as"
        value={block.name}
        onChange={(name) => row.patch({ name })}
        paths={pathsFor(paths, {})}
        className="max-w-96"
      />
    </div>
  );
}

const discountTargets = [
  { id: 'cart', label: 'the cart' },
  { id: 'allItems', label: 'every item' },
  { id: 'selector', label: 'an item list' },
];

const bases = [
  { id: '$Session.Total', label: 'of the session total' },
  { id: '$Session.CartItemTotal', label: 'of the cart item total' },
  { id: '$Item.Price', label: 'of the item price' },
];

type DiscountValueProps = { block: AwardDiscountBlock; pointer: string; kind: DiscountKind };

function DiscountValue({ block, pointer, kind }: DiscountValueProps) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const isItem = block.target.type !== 'cart' && !block.target.prorated;
  if (kind === 'fixed') return <FixedAmount block={block} pointer={pointer} />;
  const percentage = percentageIn(block.value);
  if (kind === 'formula' || !percentage) {
    return (
      <FormulaField
        hideLabel
        label="Formula of the discount"
        value={String(block.value)}
        onChange={(value) => row.patch({ value })}
        paths={pathsFor(paths, { isItem })}
        className="min-w-64 flex-1"
      />
    );
  }
  return (
    <>
      <TextField
        hideLabel
        isFigure
        inputMode="decimal"
        label="Percent"
        value={percentage.percent}
        onChange={(text) => {
          const percent = text.trim();
          if (/^\d*(\.\d*)?$/.test(percent))
            row.patch({ value: percentageValue({ ...percentage, percent }) });
        }}
        className="w-16"
      />
      <span className="text-ink-2">%</span>
      <Select
        hideLabel
        label="Percentage of"
        value={percentage.base}
        onChange={(base) =>
          row.patch({ value: percentageValue({ ...percentage, base: base as PercentageBase }) })
        }
        choices={isItem ? bases : bases.slice(0, 2)}
        className="w-44"
      />
      {percentage.digits === null ? null : (
        <span className="text-sm text-ink-3">rounded to {percentage.digits} digits</span>
      )}
    </>
  );
}

function FixedAmount({ block, pointer }: { block: AwardDiscountBlock; pointer: string }) {
  const { currency } = useRuleEditor();
  const row = useBlock(pointer);
  return (
    <>
      <FigureField
        label="Amount of the discount"
        value={block.value}
        onChange={(value) => row.patch({ value })}
        placeholder="5.00"
      />
      <span className="text-ink-2">{currency}</span>
    </>
  );
}
