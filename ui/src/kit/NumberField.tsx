import { isDecimalText } from '../lib/decimal';
import { TextField, type TextFieldProps } from './TextField';

/**
 * A number kept as decimal text, never as a binary float. What is typed is handed on as it is; text that
 * is not a number is named beside the field, so nothing typed is lost.
 */
export function NumberField(props: TextFieldProps) {
  const isNumber = props.value === '' || isDecimalText(props.value);
  const error = props.error ?? (isNumber ? undefined : 'Write a number such as 12 or 12.50.');
  return <TextField {...props} error={error} inputMode="decimal" isFigure={props.isFigure ?? true} />;
}
