import {
  ArrowDown,
  ArrowUp,
  Braces,
  Copy,
  EllipsisVertical,
  Group,
  MessageSquareWarning,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { IconButton } from '../../kit/IconButton';
import { Menu, type MenuEntry } from '../../kit/Menu';
import { unwrapGroup, wrapInGroup } from './blockEdits';
import type { Block } from './document';
import { useRuleEditor } from './EditorContext';
import { placeOf } from './pointer';
import { newNotification } from './templates';
import { useBlock } from './useBlock';

export type BlockMenuProps = {
  pointer: string;
  block: Block;
  /** What the row is, for the name of the button: `condition`, `effect`. */
  noun: string;
  /** Whether a notification can be shown when it fails. */
  canFail?: boolean;
  /** Whether it can be put in a group. */
  canGroup?: boolean;
};

/** What can be done to a row as a whole. */
export function BlockMenu(props: BlockMenuProps) {
  const { showJson } = useRuleEditor();
  const row = useBlock(props.pointer);
  const isAlone = Number.isNaN(placeOf(props.pointer).index);
  const entries: MenuEntry[] = [
    ...(isAlone ? [] : structureEntries(props, row)),
    {
      kind: 'action',
      id: 'json',
      label: 'Edit as JSON',
      icon: Braces,
      onPress: () => showJson(props.pointer),
    },
    ...(isAlone ? [] : placeEntries(row)),
  ];
  return (
    <Menu
      label={`Do with this ${props.noun}`}
      entries={entries}
      trigger={<IconButton label={`More for this ${props.noun}`} icon={EllipsisVertical} />}
    />
  );
}

/** What can be done to a row because it is one of a list. */
function placeEntries(row: ReturnType<typeof useBlock>): MenuEntry[] {
  return [
    { kind: 'action', id: 'copy', label: 'Duplicate', icon: Copy, onPress: row.duplicate },
    { kind: 'separator', id: 'line' },
    {
      kind: 'action',
      id: 'up',
      label: 'Move up',
      icon: ArrowUp,
      keys: 'Alt ↑',
      onPress: () => row.move(-1),
      disabledReason: row.canMoveUp ? null : 'It is the first',
    },
    {
      kind: 'action',
      id: 'down',
      label: 'Move down',
      icon: ArrowDown,
      keys: 'Alt ↓',
      onPress: () => row.move(1),
      disabledReason: row.canMoveDown ? null : 'It is the last',
    },
    { kind: 'separator', id: 'line2' },
    { kind: 'action', id: 'remove', label: 'Remove', icon: Trash2, isDangerous: true, onPress: row.remove },
  ];
}

function structureEntries(props: BlockMenuProps, row: ReturnType<typeof useBlock>): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (props.canFail && !hasFailure(props.block)) {
    entries.push({
      kind: 'action',
      id: 'failure',
      label: 'If this fails, show a notification',
      icon: MessageSquareWarning,
      onPress: () => row.patch({ onFailure: [{ ...newNotification(), title: 'Not yet' }] }),
    });
  }
  if (props.canGroup) {
    entries.push({
      kind: 'action',
      id: 'group',
      label: 'Put in a group',
      icon: Group,
      onPress: () => row.change(wrapInGroup),
    });
  }
  if (props.block.type === 'group') {
    entries.push({
      kind: 'action',
      id: 'ungroup',
      label: 'Dissolve the group',
      icon: Ungroup,
      onPress: () => row.change(unwrapGroup),
    });
  }
  return entries;
}

function hasFailure(block: Block): boolean {
  return Array.isArray(block.onFailure) && block.onFailure.length > 0;
}
