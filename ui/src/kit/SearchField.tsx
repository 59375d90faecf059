import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { fieldBox } from './fieldStyles';

export type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** A search box: Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      onSubmit={props.onSubmit}
      className={`group relative ${props.className ?? ''}`}
    >
      <Search aria-hidden size={14} className="pointer-events-none absolute top-[7px] left-2 text-ink-3" />
      <Input
        ref={props.inputRef}
        placeholder={props.placeholder}
        className={`${fieldBox} px-7 [&::-webkit-search-cancel-button]:hidden`}
      />
      <Button className="absolute top-0 right-0 grid h-7 w-7 place-items-center text-ink-3 outline-none group-data-[empty]:hidden">
        <X aria-hidden size={14} />
      </Button>
    </AriaSearchField>
  );
}
