import { ComboBox as AriaComboBox } from 'react-aria-components';
import { ChoicePopover, ComboBoxFace } from './ComboBox';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldColumn } from './fieldStyles';
import type { Choice, FieldProps } from './fieldTypes';

export type SuggestFieldProps = FieldProps & {
  /** The text itself. */
  value: string;
  onChange: (value: string) => void;
  /** Texts worth offering; anything else may be typed. */
  suggestions: readonly string[];
  placeholder?: string;
};

/** Free text with suggestions. */
export function SuggestField(props: SuggestFieldProps) {
  const choices: Choice[] = props.suggestions.map((text) => ({ id: text, label: text }));
  return (
    <AriaComboBox
      {...ariaFieldProps(props)}
      allowsCustomValue
      inputValue={props.value}
      onInputChange={props.onChange}
      defaultItems={choices}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <ComboBoxFace placeholder={props.placeholder} />
      <FieldNotes {...props} />
      <ChoicePopover />
    </AriaComboBox>
  );
}
