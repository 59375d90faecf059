import { ChevronDown } from 'lucide-react';
import { useContext } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Group,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components';
import { ChoiceItem } from './ChoiceItem';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox, fieldColumn, listPopover } from './fieldStyles';
import type { Choice, FieldProps } from './fieldTypes';

export type ComboBoxProps = FieldProps & {
  /** The `id` of the chosen choice, `null` while none is. */
  value: string | null;
  onChange: (id: string | null) => void;
  choices: readonly Choice[];
  placeholder?: string;
};

/** One of a long list, found by typing. For text that may also be new, see `SuggestField`. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <AriaComboBox
      {...ariaFieldProps(props)}
      value={props.value}
      onChange={(key) => props.onChange(key === null ? null : String(key))}
      defaultItems={props.choices}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <ComboBoxFace placeholder={props.placeholder} />
      <FieldNotes {...props} />
      <ChoicePopover />
    </AriaComboBox>
  );
}

/**
 * The text box and its arrow, shared with `SuggestField`. The list opens by a click, by typing or by the arrow keys, and
 * not by the focus alone: focus also comes back from a list that closed, and a list nobody asked for covers the rest.
 */
export function ComboBoxFace({ placeholder }: { placeholder?: string | undefined }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Group className="relative">
      <Input
        className={`${fieldBox} pr-7`}
        placeholder={placeholder}
        onClick={() => state?.open(null, 'manual')}
      />
      <Button className="absolute top-0 right-0 grid h-7 w-7 place-items-center text-ink-3 outline-none">
        <ChevronDown aria-hidden size={14} />
      </Button>
    </Group>
  );
}

/** The floating list, shared with `SuggestField`. */
export function ChoicePopover() {
  return (
    <Popover className={listPopover}>
      <ListBox<Choice> className="outline-none">{(choice) => <ChoiceItem choice={choice} />}</ListBox>
    </Popover>
  );
}
