import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  Keyboard,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { listItem, listPopover } from './fieldStyles';

export type MenuEntry =
  | {
      kind: 'action';
      id: string;
      label: string;
      icon?: LucideIcon;
      keys?: string;
      onPress: () => void;
      /** Why it cannot be chosen now; shown under its label. */
      disabledReason?: string | null;
      isDangerous?: boolean;
    }
  | { kind: 'separator'; id: string };

export type MenuProps = {
  /** The button that opens the menu: a `Button` or an `IconButton` without `hint`. */
  trigger: ReactElement;
  label: string;
  entries: readonly MenuEntry[];
};

/** A list of actions behind a button. */
export function Menu({ trigger, label, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={listPopover} placement="bottom end">
        <AriaMenu aria-label={label} className="min-w-44 outline-none">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'separator') return <Separator className="my-1 border-line border-t" />;
  const Icon = entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={Boolean(entry.disabledReason)}
      onAction={entry.onPress}
      className={`${listItem} ${entry.isDangerous ? 'text-bad' : ''}`}
    >
      {Icon ? <Icon aria-hidden size={14} className="shrink-0 text-ink-3" /> : null}
      <span className="flex min-w-0 flex-1 flex-col">
        <Text slot="label">{entry.label}</Text>
        {entry.disabledReason ? (
          <Text slot="description" className="text-xs text-ink-3">
            {entry.disabledReason}
          </Text>
        ) : null}
      </span>
      {entry.keys ? <Keyboard className="text-xs text-ink-3">{entry.keys}</Keyboard> : null}
    </MenuItem>
  );
}
