import { useState } from 'react';
import type { Choice } from '../../kit/fieldTypes';
import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import { Switch } from '../../kit/Switch';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import { CostFields } from './CostFields';
import {
  costOf,
  type DiscountKind,
  discountKind,
  isPerItem,
  plainTarget,
  withDiscountKind,
  withPlainTarget,
  withTarget,
} from './discount';
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
  const plain = plainTarget(target);
  const change = (next: Record<string, Json>) => row.patch(withTarget(block, next));
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
        <CostFields target={target} onChange={change} />
        <TargetFields
          target={plain}
          choices={discountTargets}
          onChange={(next) => change(withPlainTarget(target, next))}
        />
        {plain.type === 'cart' || costOf(target) !== null ? null : (
          <Switch
            label="Share one amount by price (pro rata)"
            isSelected={plain.prorated ?? false}
            onChange={(prorated) => change({ ...(plain as Record<string, Json>), prorated })}
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

const sessionBases: Choice[] = [
  { id: '$Session.Total', label: 'of the session total' },
  { id: '$Session.CartItemTotal', label: 'of the cart item total' },
  { id: '$Session.AdditionalCostTotal', label: 'of the additional cost total' },
];

/** What a percentage can be of; an additional cost is offered while the percentage is of it. */
function basesFor(current: PercentageBase, isItem: boolean): Choice[] {
  const usual = isItem ? [...sessionBases, { id: '$Item.Price', label: 'of the item price' }] : sessionBases;
  if (usual.some(({ id }) => id === current)) return usual;
  return [...usual, { id: current, label: `of ${current.split('.').at(-1)}` }];
}

type DiscountValueProps = { block: AwardDiscountBlock; pointer: string; kind: DiscountKind };

function DiscountValue({ block, pointer, kind }: DiscountValueProps) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const isItem = isPerItem(block.target);
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
        choices={basesFor(percentage.base, isItem)}
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
