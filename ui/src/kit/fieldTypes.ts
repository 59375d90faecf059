/** What every field takes: its name, its help, and the error that belongs beside it. */
export type FieldProps = {
  /** Accessible name, shown above the box unless `hideLabel`. */
  label: string;
  /** Keeps the label for assistive technology only, as inside a table row. */
  hideLabel?: boolean;
  /** One line of help under the box. */
  description?: string;
  /** A full sentence that says what is wrong and what would be right. */
  error?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
};

/** One choice of a list: `id` is what is stored, `label` what is read. */
export type Choice = {
  id: string;
  label: string;
  description?: string;
  isDisabled?: boolean;
};
