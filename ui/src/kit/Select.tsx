import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components';
import { ChoiceItem } from './ChoiceItem';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox, fieldColumn, listPopover } from './fieldStyles';
import type { Choice, FieldProps } from './fieldTypes';

export type SelectProps = FieldProps & {
  /** The `id` of the chosen choice, `null` while none is. */
  value: string | null;
  onChange: (id: string) => void;
  choices: readonly Choice[];
  placeholder?: string;
};

/** One of a closed list. */
export function Select(props: SelectProps) {
  return (
    <AriaSelect
      {...ariaFieldProps(props)}
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(String(key));
      }}
      placeholder={props.placeholder ?? 'Choose…'}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <Button className={`${fieldBox} flex items-center gap-1 text-left`}>
        <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-ink-3 [&_[slot=description]]:hidden" />
        <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-3" />
      </Button>
      <FieldNotes {...props} />
      <Popover className={listPopover}>
        <ListBox items={props.choices} className="outline-none">
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
