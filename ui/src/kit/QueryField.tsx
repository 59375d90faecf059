import { Search, X } from 'lucide-react';
import { type RefObject, useContext, useLayoutEffect, useRef } from 'react';
import { ComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { fieldBox, listItem, listPopover } from './fieldStyles';

/** What could stand at the cursor: `text` takes the place of a part of the query. */
export type QueryOffer = {
  start: number;
  end: number;
  choices: readonly { text: string; says: string; ends: boolean }[];
};

export type QueryFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The cursor moved, in characters from the beginning. */
  onCursor: (cursor: number) => void;
  /** Enter was pressed. */
  onSubmit: (value: string) => void;
  offer: QueryOffer;
  isInvalid: boolean;
  /** The id of the sentence that says what is wrong. */
  errorId: string;
  placeholder?: string;
  inputRef: RefObject<HTMLInputElement | null>;
  className?: string;
};

/** A search box for a query, which offers what could stand at the cursor. Escape closes the list, then empties the box. */
export function QueryField(props: QueryFieldProps) {
  const { value, offer, inputRef } = props;
  const cursor = useRef<number | null>(null);
  const choices = offer.choices.map((choice) => ({ ...choice, id: replaced(value, offer, choice) }));
  // A choice in the middle of a query leaves the cursor behind it, not at the end of the query.
  useLayoutEffect(() => {
    if (cursor.current === null || value === '') return;
    inputRef.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });
  return (
    <ComboBox
      aria-label={props.label}
      aria-describedby={props.isInvalid ? props.errorId : undefined}
      isInvalid={props.isInvalid}
      allowsCustomValue
      value={null}
      onChange={(chosen) => {
        const choice = choices.find(({ id }) => id === chosen);
        if (!choice) return;
        cursor.current = offer.start + ending(value, offer, choice).length;
        props.onChange(choice.id);
      }}
      inputValue={value}
      onInputChange={props.onChange}
      items={choices}
      className={`relative ${props.className ?? ''}`}
    >
      <Search aria-hidden size={14} className="pointer-events-none absolute top-[7px] left-2 text-ink-3" />
      <QueryInput {...props} />
      {value === '' ? null : (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            props.onChange('');
            props.onSubmit('');
            inputRef.current?.focus();
          }}
          className="absolute top-0 right-0 grid h-7 w-7 place-items-center text-ink-3"
        >
          <X aria-hidden size={14} />
        </button>
      )}
      <Popover className={`${listPopover} max-h-80`}>
        <ListBox<(typeof choices)[number]> className="outline-none">
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.id} className={listItem}>
              <span className="font-mono text-sm">{choice.text}</span>
              <span className="min-w-0 flex-1 truncate text-right text-sm text-ink-3">{choice.says}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The text box: a click opens the list, Enter searches at once. */
function QueryInput(props: QueryFieldProps) {
  const list = useContext(ComboBoxStateContext);
  return (
    <Input
      ref={props.inputRef}
      placeholder={props.placeholder}
      spellCheck={false}
      className={`${fieldBox} px-7`}
      onClick={() => list?.open(null, 'manual')}
      onInput={(event) => props.onCursor(event.currentTarget.selectionStart ?? 0)}
      onSelect={(event) => props.onCursor(event.currentTarget.selectionStart ?? 0)}
      onKeyDown={(event) => {
        const isChoosing = list?.isOpen && list.selectionManager.focusedKey !== null;
        if (event.key === 'Enter' && !isChoosing) props.onSubmit(event.currentTarget.value);
        if (event.key === 'Escape' && !list?.isOpen && props.value !== '') {
          props.onChange('');
          props.onSubmit('');
        }
      }}
    />
  );
}

/** What is written for a choice; a complete term is followed by a space, so that the next one can be typed. */
function ending(value: string, offer: QueryOffer, choice: QueryOffer['choices'][number]): string {
  const isLast = value.slice(offer.end).trim() === '';
  return choice.ends && isLast ? `${choice.text} ` : choice.text;
}

function replaced(value: string, offer: QueryOffer, choice: QueryOffer['choices'][number]): string {
  const after = value.slice(offer.end).trim() === '' ? '' : value.slice(offer.end);
  return value.slice(0, offer.start) + ending(value, offer, choice) + after;
}
