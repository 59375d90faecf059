import { CircleAlert } from 'lucide-react';
import { FieldError, Label, Text } from 'react-aria-components';
import type { FieldProps } from './fieldTypes';

/** The visible label of a field, or nothing when it is kept for assistive technology only. */
export function FieldLabel({ label, hideLabel, isRequired }: FieldProps) {
  if (hideLabel) return null;
  return (
    <Label className="text-sm font-medium text-ink-2">
      {label}
      {isRequired ? <span className="ml-1 font-normal text-ink-3">required</span> : null}
    </Label>
  );
}

/** Help and error under a field; the error replaces the help, so the form does not jump twice. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description && !error ? (
        <Text slot="description" className="text-sm text-ink-3">
          {description}
        </Text>
      ) : null}
      <FieldError className="flex items-start gap-1 text-sm text-bad">
        <CircleAlert aria-hidden size={13} className="mt-px shrink-0" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}

/** The props a React Aria field needs for its name, its validity and its flags. */
export function ariaFieldProps(props: FieldProps) {
  return {
    'aria-label': props.hideLabel ? props.label : undefined,
    isInvalid: Boolean(props.error),
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    autoFocus: props.autoFocus ?? false,
    validationBehavior: 'aria' as const,
  };
}
