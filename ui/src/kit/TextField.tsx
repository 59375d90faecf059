import { TextField as AriaTextField, Input } from 'react-aria-components';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox, fieldColumn } from './fieldStyles';
import type { FieldProps } from './fieldTypes';

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Monospaced, without spelling help: for names and codes. */
  isCode?: boolean;
  inputMode?: 'text' | 'decimal' | 'numeric';
  maxLength?: number;
  onBlur?: () => void;
  /** Right-aligned, as figures are. */
  isFigure?: boolean;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const look = `${fieldBox} ${props.isCode ? 'font-mono text-sm' : ''} ${props.isFigure ? 'text-right' : ''}`;
  return (
    <AriaTextField
      {...ariaFieldProps(props)}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      isReadOnly={props.isReadOnly}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      spellCheck={props.isCode ? 'false' : undefined}
      autoComplete="off"
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <Input className={look} placeholder={props.placeholder} />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
