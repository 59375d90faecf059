import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Group, Input, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox } from './fieldStyles';
import { IconButton } from './IconButton';
import { Tag } from './Tag';

export type TokensFieldProps = {
  label: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  placeholder?: string;
  /** Texts worth offering, added by a press. */
  suggestions?: readonly string[];
  /** Only the suggestions can be added. */
  isRestricted?: boolean;
  error?: string | undefined;
  description?: string;
  isReadOnly?: boolean;
  isChanged?: boolean;
  /** `beside` puts the label at the left of the box. */
  layout?: 'above' | 'beside';
};

/** Several short texts, such as codes: Enter or a comma adds, Backspace in the empty box takes the last away. */
export function TokensField(props: TokensFieldProps) {
  const { values, onChange, label, error } = props;
  const [text, setText] = useState('');
  const add = (written: string) => {
    const fresh = written
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (fresh.length > 0) onChange([...values, ...fresh]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) onChange(values.slice(0, -1));
  };
  const isBeside = props.layout === 'beside';
  return (
    <TextField
      value={text}
      onChange={setText}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoComplete="off"
      onBlur={() => add(text)}
      className={
        isBeside ? 'grid grid-cols-[104px_minmax(0,1fr)] items-start gap-x-2' : 'flex flex-col gap-1'
      }
    >
      <span className={isBeside ? 'flex min-h-7 items-center gap-2' : 'flex items-center gap-2'}>
        <FieldLabel label={label} />
        {props.isChanged ? <ChangedDot /> : null}
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <Group className="flex min-h-7 flex-wrap items-center gap-1">
          {values.map((value, index) => (
            <Token
              // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand twice
              key={`${value}-${index}`}
              value={value}
              {...(props.isReadOnly
                ? {}
                : { onRemove: () => onChange(values.filter((_, other) => other !== index)) })}
            />
          ))}
          {props.isReadOnly || props.isRestricted ? null : (
            <Input
              onKeyDown={onKeyDown}
              placeholder={props.placeholder}
              className={`${fieldBox} min-w-36 flex-1 basis-36`}
            />
          )}
          {props.isReadOnly && values.length === 0 ? <span className="text-ink-3">none</span> : null}
        </Group>
        {props.isReadOnly ? null : <Offers {...props} onAdd={add} />}
        <FieldNotes
          {...(props.description ? { description: props.description } : {})}
          {...(error ? { error } : {})}
        />
      </div>
    </TextField>
  );
}

/** Says in shape and word that something differs from what is stored. */
export function ChangedDot() {
  return (
    <span
      role="img"
      aria-label="changed"
      title="Changed, not stored yet"
      className="h-1.5 w-1.5 rounded-full bg-accent"
    />
  );
}

function Token({ value, onRemove }: { value: string; onRemove?: () => void }) {
  return (
    <span className="inline-flex max-w-full items-center">
      <Tag isCode title={value}>
        {value}
      </Tag>
      {onRemove ? (
        <IconButton label={`Remove ${value}`} icon={X} size="smallIcon" onPress={onRemove} />
      ) : null}
    </span>
  );
}

function Offers({ suggestions = [], values, onAdd }: TokensFieldProps & { onAdd: (text: string) => void }) {
  const left = suggestions.filter((suggestion) => !values.includes(suggestion));
  if (left.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {left.map((suggestion) => (
        <button
          key={suggestion}
          type="button"
          onClick={() => onAdd(suggestion)}
          className="h-5 rounded-sm border border-line px-1.5 text-sm text-ink-2 hover:bg-hover"
        >
          + {suggestion}
        </button>
      ))}
    </span>
  );
}
