import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldColumn } from './fieldStyles';
import type { Choice, FieldProps } from './fieldTypes';

export type RadioGroupProps = FieldProps & {
  value: string;
  onChange: (id: string) => void;
  choices: readonly Choice[];
};

/** One of a few, all of them visible with their explanation. */
export function RadioGroup(props: RadioGroupProps) {
  const { autoFocus: _, ...aria } = ariaFieldProps(props);
  return (
    <AriaRadioGroup
      {...aria}
      value={props.value}
      onChange={props.onChange}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      {props.choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          isDisabled={choice.isDisabled ?? false}
          className="group flex items-start gap-2 py-0.5 data-[disabled]:text-ink-3"
        >
          <span className="mt-[3px] grid h-3.5 w-3.5 shrink-0 place-items-center rounded-full border border-ink-3 group-data-[selected]:border-accent group-data-[focus-visible]:ring-2 group-data-[focus-visible]:ring-accent">
            <span className="h-2 w-2 rounded-full group-data-[selected]:bg-accent" />
          </span>
          <span>
            {choice.label}
            {choice.description ? (
              <span className="block text-sm text-ink-3">{choice.description}</span>
            ) : null}
          </span>
        </Radio>
      ))}
      <FieldNotes {...props} />
    </AriaRadioGroup>
  );
}
