import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { MoneyField } from '../../kit/MoneyField';
import { TextField } from '../../kit/TextField';
import type { FieldErrors } from './fieldErrors';
import { blankCost, type CostForm } from './sessionForm';

export type CostsFieldsProps = {
  costs: readonly CostForm[];
  onChange: (costs: readonly CostForm[]) => void;
  /** By pointers that begin with the cost's name. */
  errors: FieldErrors;
  isReadOnly: boolean;
};

/** Additional costs by name, such as shipping. */
export function CostsFields({ costs, onChange, errors, isReadOnly }: CostsFieldsProps) {
  const replace = (next: CostForm) => onChange(costs.map((cost) => (cost.key === next.key ? next : cost)));
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-1 border-0 p-0">
      <legend className="p-0 pb-1 text-sm font-medium text-ink-2">Additional costs</legend>
      {costs.map((cost) => (
        <div key={cost.key} className="grid grid-cols-[minmax(0,1fr)_96px_28px] items-start gap-2">
          <TextField
            label="Name of the cost"
            hideLabel
            placeholder="shipping"
            value={cost.name}
            onChange={(name) => replace({ ...cost, name })}
            isReadOnly={isReadOnly}
            {...errorOf(errors.within(`/${cost.name}`))}
          />
          <MoneyField
            label="Price of the cost"
            hideLabel
            value={cost.price}
            onChange={(price) => replace({ ...cost, price })}
            isReadOnly={isReadOnly}
          />
          <IconButton
            label={`Remove cost ${cost.name}`}
            icon={Trash2}
            disabledReason={isReadOnly ? 'The session cannot be changed now.' : null}
            onPress={() => onChange(costs.filter((other) => other.key !== cost.key))}
          />
        </div>
      ))}
      {isReadOnly && costs.length === 0 ? <span className="text-ink-3">none</span> : null}
      {isReadOnly ? null : (
        <span>
          <Button size="small" tone="quiet" icon={Plus} onPress={() => onChange([...costs, blankCost()])}>
            Add a cost
          </Button>
        </span>
      )}
    </fieldset>
  );
}

/** The error as a prop, or no prop at all. */
export function errorOf(error: string | undefined): { error?: string } {
  return error ? { error } : {};
}
