import { EllipsisVertical, FolderPlus, PencilLine, Trash2 } from 'lucide-react';
import type { EvaluationGroupView } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { Menu, type MenuEntry } from '../../kit/Menu';
import { Tag } from '../../kit/Tag';
import { modeLabel, type PlacedGroup } from './groups';

type GroupHeaderProps = {
  placed: PlacedGroup;
  onEdit: (group: EvaluationGroupView) => void;
  onAddInside: (group: EvaluationGroupView) => void;
  onRemove: (group: EvaluationGroupView) => void;
};

/** The name of a group, how its campaigns compete, and what can be done with it. */
export function GroupHeader({ placed, onEdit, onAddInside, onRemove }: GroupHeaderProps) {
  const { group, depth } = placed;
  const inside: MenuEntry[] =
    depth === 1
      ? [
          {
            kind: 'action',
            id: 'inside',
            label: 'New group inside…',
            icon: FolderPlus,
            onPress: () => onAddInside(group),
          },
        ]
      : [];
  return (
    <div className="flex min-h-7 items-center gap-1.5 pr-1 pl-1.5">
      <h3 className="m-0 min-w-0 truncate text-sm font-semibold text-ink-2" title={group.name}>
        {group.name}
      </h3>
      <Tag tone="accent">{modeLabel(group.mode)}</Tag>
      <span className="flex-1" />
      <Menu
        label={`Do with the group ${group.name}`}
        trigger={
          <IconButton label={`More for the group ${group.name}`} icon={EllipsisVertical} size="smallIcon" />
        }
        entries={[
          { kind: 'action', id: 'edit', label: 'Edit…', icon: PencilLine, onPress: () => onEdit(group) },
          ...inside,
          { kind: 'separator', id: 'line' },
          {
            kind: 'action',
            id: 'remove',
            label: 'Take the group away',
            icon: Trash2,
            onPress: () => onRemove(group),
          },
        ]}
      />
    </div>
  );
}
