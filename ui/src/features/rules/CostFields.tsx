import { Segmented } from '../../kit/Segmented';
import { SuggestField } from '../../kit/SuggestField';
import type { Json } from '../../lib/json';
import { costOf, withCost } from './discount';
import type { DiscountTarget } from './document';
import { useRuleEditor } from './EditorContext';

export type CostFieldsProps = {
  target: DiscountTarget;
  onChange: (target: Record<string, Json>) => void;
};

const choices = [
  { id: 'price', label: 'the price' },
  { id: 'cost', label: 'an additional cost' },
];

/** Whether a discount is taken off the price or off an additional cost such as shipping, and off which. */
export function CostFields({ target, onChange }: CostFieldsProps) {
  const { additionalCosts } = useRuleEditor().vocabulary;
  const cost = costOf(target);
  return (
    <>
      <Segmented
        label="What is discounted"
        value={cost === null ? 'price' : 'cost'}
        onChange={(id) =>
          onChange(withCost(target, id === 'cost' ? (additionalCosts[0] ?? 'shipping') : null))
        }
        choices={choices}
      />
      {cost === null ? null : (
        <SuggestField
          hideLabel
          label="Additional cost"
          value={cost}
          onChange={(name) => onChange(withCost(target, name))}
          suggestions={additionalCosts}
          placeholder="shipping"
          className="w-40"
        />
      )}
      <span className="text-ink-2">of</span>
    </>
  );
}
