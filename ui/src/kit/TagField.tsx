import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Group, Input, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes } from './FieldParts';
import { fieldColumn } from './fieldStyles';
import type { FieldProps } from './fieldTypes';
import { toneLook } from './Tag';

export type TagFieldProps = FieldProps & {
  values: readonly string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
  /** What is wrong with the value at a place, if anything. */
  errorAt?: (index: number) => string | undefined;
};

/** Several short texts in one box: Enter or a comma adds one, Backspace in front takes the last away. */
export function TagField(props: TagFieldProps) {
  const { values, onChange, errorAt } = props;
  const [text, setText] = useState('');
  const add = () => {
    const written = text.split(',').map((part) => part.trim());
    const fresh = written.filter((part) => part !== '');
    if (fresh.length > 0) onChange([...values, ...fresh]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAdding = event.key === ',' || (event.key === 'Enter' && text.trim() !== '');
    if (isAdding) {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '') onChange(values.slice(0, -1));
  };
  const error = props.error ?? values.map((_, index) => errorAt?.(index)).find(Boolean);
  return (
    <TextField
      value={text}
      onChange={setText}
      onBlur={add}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      autoComplete="off"
      aria-label={props.hideLabel ? props.label : undefined}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <Group className="flex min-h-7 flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface px-1 py-[3px] hover:border-ink-3 data-[invalid]:border-bad data-[focus-within]:border-accent data-[focus-within]:ring-1 data-[focus-within]:ring-accent">
        {values.map((value, index) => (
          <ValueTag
            // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand twice until it is corrected
            key={`${value} ${index}`}
            value={value}
            error={errorAt?.(index)}
            onRemove={() => onChange(values.filter((_, other) => other !== index))}
          />
        ))}
        <Input
          onKeyDown={onKeyDown}
          placeholder={values.length === 0 ? props.placeholder : undefined}
          className="h-5 min-w-24 flex-1 bg-transparent px-1 text-base text-ink outline-none"
        />
      </Group>
      <FieldNotes {...props} error={error} />
    </TextField>
  );
}

function ValueTag(props: { value: string; error: string | undefined; onRemove: () => void }) {
  return (
    <span
      title={props.error}
      className={toneLook({
        tone: props.error ? 'bad' : 'neutral',
        class: 'whitespace-normal break-all pr-0',
      })}
    >
      {props.value}
      <button
        type="button"
        aria-label={`Remove ${props.value}`}
        onClick={props.onRemove}
        className="grid h-5 w-5 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden size={12} />
      </button>
    </span>
  );
}
