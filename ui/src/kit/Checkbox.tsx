import { Check, Minus } from 'lucide-react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export type CheckboxProps = {
  label: string;
  hideLabel?: boolean;
  description?: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  className?: string;
};

/** Yes or no, as part of a form or a filter. */
export function Checkbox(props: CheckboxProps) {
  const Mark = props.isIndeterminate ? Minus : Check;
  return (
    <AriaCheckbox
      aria-label={props.hideLabel ? props.label : undefined}
      isSelected={props.isSelected}
      isIndeterminate={props.isIndeterminate ?? false}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className={`group flex min-h-7 items-start py-1 gap-2 text-base data-[disabled]:text-ink-3 ${props.className ?? ''}`}
    >
      <span className="mt-[3px] grid h-3.5 w-3.5 shrink-0 place-items-center rounded-[3px] border border-ink-3 bg-surface text-on-accent group-data-[indeterminate]:border-accent group-data-[selected]:border-accent group-data-[indeterminate]:bg-accent group-data-[selected]:bg-accent group-data-[focus-visible]:ring-2 group-data-[focus-visible]:ring-accent group-data-[focus-visible]:ring-offset-1 group-data-[focus-visible]:ring-offset-surface">
        {props.isSelected || props.isIndeterminate ? <Mark aria-hidden size={11} strokeWidth={3} /> : null}
      </span>
      {props.hideLabel ? null : (
        <span>
          {props.label}
          {props.description ? <span className="block text-sm text-ink-3">{props.description}</span> : null}
        </span>
      )}
    </AriaCheckbox>
  );
}
