import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox, fieldColumn } from './fieldStyles';
import type { TextFieldProps } from './TextField';

/** Several lines of text; it can be pulled taller. */
export function TextArea(props: TextFieldProps & { rows?: number }) {
  const look = fieldBox.replace('h-7', 'min-h-14 resize-y py-1');
  return (
    <AriaTextField
      {...ariaFieldProps(props)}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      isReadOnly={props.isReadOnly}
      maxLength={props.maxLength}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <AriaTextArea
        rows={props.rows ?? 3}
        placeholder={props.placeholder}
        spellCheck={!props.isCode}
        className={`${look} ${props.isCode ? 'font-mono text-sm' : ''}`}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
