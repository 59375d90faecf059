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
    <div className="flex items-start gap-1.5 py-1 pr-1 pl-2">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <h3 className="m-0 max-w-full text-sm leading-6 font-semibold break-words text-ink-2">
          {group.name}
        </h3>
        <Tag tone="accent">{modeLabel(group.mode)}</Tag>
      </div>
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
