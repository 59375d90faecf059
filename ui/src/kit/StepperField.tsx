import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldColumn } from './fieldStyles';
import type { FieldProps } from './fieldTypes';

export type StepperFieldProps = FieldProps & {
  /** A whole number. */
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
};

const step =
  'grid h-full w-6 shrink-0 place-items-center text-ink-2 outline-none data-[hovered]:bg-hover ' +
  'data-[pressed]:bg-sunken data-[disabled]:text-line-strong';

/** A whole number with a minus and a plus, such as the quantity of a cart line. */
export function StepperField(props: StepperFieldProps) {
  return (
    <AriaNumberField
      {...ariaFieldProps(props)}
      value={props.value}
      onChange={(value) => {
        if (Number.isSafeInteger(value)) props.onChange(value);
      }}
      minValue={props.min}
      maxValue={props.max}
      step={1}
      isReadOnly={props.isReadOnly}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <Group className="flex h-7 items-center overflow-hidden rounded-md border border-line-strong bg-surface data-[focus-within]:border-accent data-[focus-within]:ring-1 data-[focus-within]:ring-accent data-[invalid]:border-bad">
        <Button slot="decrement" className={step}>
          <Minus aria-hidden size={12} />
        </Button>
        <Input className="w-full min-w-7 bg-transparent text-center text-base text-ink outline-none" />
        <Button slot="increment" className={step}>
          <Plus aria-hidden size={12} />
        </Button>
      </Group>
      <FieldNotes {...props} />
    </AriaNumberField>
  );
}
