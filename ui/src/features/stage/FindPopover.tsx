import { ChevronDown, type LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components';
import { Button } from '../../kit/Button';
import { fieldBox, listItem } from '../../kit/fieldStyles';
import { Popover } from '../../kit/Popover';

/** One thing that can be picked. */
export type Found = { id: string; label: string; detail?: ReactNode; icon?: LucideIcon };

export type FindPopoverProps = {
  /** What is on the button. */
  children: ReactNode;
  /** Accessible name of the button and of the list. */
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  found: readonly Found[];
  onPick: (id: string) => void;
  /** Said while nothing is found. */
  nothing: string;
  disabledReason?: string | null;
};

/** A button that opens a search: type, choose with the arrows, Enter picks. The host does the finding. */
export function FindPopover(props: FindPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const pick = (id: string) => {
    setOpen(false);
    props.onText('');
    props.onPick(id);
  };
  const trigger = (
    <Button label={props.label} disabledReason={props.disabledReason ?? null}>
      {props.children}
      <ChevronDown aria-hidden size={13} className="text-ink-3" />
    </Button>
  );
  return (
    <Popover
      label={props.label}
      trigger={trigger}
      isOpen={isOpen}
      onOpenChange={(next) => setOpen(next && !props.disabledReason)}
    >
      <FoundList {...props} onPick={pick} />
    </Popover>
  );
}

function FoundList({ label, placeholder, text, onText, found, onPick, nothing }: FindPopoverProps) {
  return (
    <div className="flex w-[440px] flex-col gap-2">
      <Autocomplete inputValue={text} onInputChange={onText}>
        <SearchField aria-label={placeholder} autoFocus>
          <Input
            placeholder={placeholder}
            className={`${fieldBox} [&::-webkit-search-cancel-button]:hidden`}
          />
        </SearchField>
        <Menu
          aria-label={label}
          className="max-h-72 overflow-auto outline-none"
          items={found}
          renderEmptyState={() => <p className="m-0 px-2 py-1 text-ink-3">{nothing}</p>}
        >
          {(one) => <FoundItem one={one} onPick={onPick} />}
        </Menu>
      </Autocomplete>
    </div>
  );
}

function FoundItem({ one, onPick }: { one: Found; onPick: (id: string) => void }) {
  const Icon = one.icon;
  return (
    <MenuItem id={one.id} textValue={one.label} onAction={() => onPick(one.id)} className={listItem}>
      {Icon ? <Icon aria-hidden size={14} className="shrink-0 text-ink-3" /> : null}
      <Text slot="label" className="min-w-0 flex-1 truncate">
        {one.label}
      </Text>
      {one.detail ? (
        <span className="flex shrink-0 items-center gap-2 text-sm text-ink-3">{one.detail}</span>
      ) : null}
    </MenuItem>
  );
}
