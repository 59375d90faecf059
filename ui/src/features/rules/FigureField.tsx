import { TextField } from '../../kit/TextField';
import { isDecimalText } from '../../lib/decimal';
import type { Json } from '../../lib/json';
import { useTyped } from './useTyped';

export type FigureFieldProps = {
  /** Accessible name. */
  label: string;
  value: Json | undefined;
  onChange: (value: Json) => void;
  placeholder?: string;
};

/** A number in the document; what is no number is kept as it was typed, and the host says what is wrong with it. */
export function FigureField({ label, value, onChange, placeholder }: FigureFieldProps) {
  const [text, setText] = useTyped(value, String, (typed) =>
    isDecimalText(typed.trim()) ? Number(typed) : typed,
  );
  return (
    <TextField
      hideLabel
      isFigure
      inputMode="decimal"
      label={label}
      value={text}
      onChange={(typed) => onChange(setText(typed))}
      {...(placeholder === undefined ? {} : { placeholder })}
      className="w-24"
    />
  );
}
