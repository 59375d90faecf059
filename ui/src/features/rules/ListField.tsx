import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { SuggestField } from '../../kit/SuggestField';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';

export type ListFieldProps = {
  label: string;
  values: readonly Json[];
  onChange: (values: Json[]) => void;
  /** Turns typed text into one value. */
  read: (text: string) => Json;
  suggestions: readonly string[];
};

/** Several values: each can be taken out, one more is typed and added with Enter. */
export function ListField({ label, values, onChange, read, suggestions }: ListFieldProps) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const parts = text.split(',').map((part) => part.trim());
    const fresh = parts.filter((part) => part !== '').map(read);
    if (fresh.length > 0) onChange([...values, ...fresh]);
    setTyped('');
  };
  const field = { label: `Add to ${label}`, hideLabel: true, value: typed, onChange: setTyped };
  return (
    <form
      data-own-enter
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        add(typed);
      }}
    >
      {values.map((value, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the same value may be there twice
          key={index}
          className="inline-flex h-6 max-w-full items-center rounded-sm bg-sunken pl-1.5 text-ink"
        >
          <span className="truncate">{String(value)}</span>
          <IconButton
            label={`Take out ${String(value)}`}
            icon={X}
            size="smallIcon"
            onPress={() => onChange(values.toSpliced(index, 1))}
          />
        </span>
      ))}
      {suggestions.length > 0 ? (
        <SuggestField {...field} suggestions={suggestions} placeholder="Add…" className="w-36" />
      ) : (
        <TextField {...field} placeholder="Add, then Enter" className="w-36" />
      )}
      {typed.trim() === '' ? null : (
        <Button size="small" type="submit">
          Add
        </Button>
      )}
    </form>
  );
}
