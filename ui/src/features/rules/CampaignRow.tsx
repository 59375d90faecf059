import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Copy,
  EllipsisVertical,
  FolderInput,
  GripVertical,
} from 'lucide-react';
import { Button as DragHandle, GridListItem } from 'react-aria-components';
import type { CampaignRowView, EvaluationGroupView } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { Menu, type MenuEntry } from '../../kit/Menu';
import { Switch } from '../../kit/Switch';
import { CampaignStanding } from './CampaignStanding';
import { baseGroup } from './groups';
import type { CampaignActions } from './useCampaignActions';

export type CampaignRowProps = {
  row: CampaignRowView;
  /** Its place among the campaigns of its group, and how many those are. */
  place: number;
  count: number;
  /** Where it can be moved to. */
  groups: readonly EvaluationGroupView[];
  isUnsaved: boolean;
  actions: CampaignActions;
};

/** One campaign of the list: its name, its rules as sentences, and whether it is evaluated. */
export function CampaignRow(props: CampaignRowProps) {
  const { row, isUnsaved, actions } = props;
  const isOn = row.state === 'enabled';
  const isRunning = row.frontendState === 'running';
  return (
    <GridListItem
      id={row.id}
      textValue={row.name}
      className="ring-inside flex cursor-default flex-col rounded-md py-1 pr-1 pl-0.5 data-[dragging]:opacity-50 data-[hovered]:bg-hover data-[selected]:bg-accent-soft"
    >
      <div className="flex min-w-0 items-center gap-1">
        <DragHandle
          slot="drag"
          aria-label={`Drag ${row.name}`}
          className="grid h-6 w-4 shrink-0 place-items-center rounded-sm text-ink-3 outline-none data-[focus-visible]:ring-2 data-[focus-visible]:ring-accent"
        >
          <GripVertical aria-hidden size={13} />
        </DragHandle>
        <span
          className={`min-w-0 flex-1 truncate font-medium ${isRunning ? '' : 'text-ink-3'}`}
          title={row.name}
        >
          {row.name}
        </span>
        {isUnsaved ? <span className="shrink-0 text-xs text-warn">● unsaved</span> : null}
        <Switch
          hideLabel
          label={`Evaluate ${row.name}`}
          isSelected={isOn}
          onChange={(next) => actions.setState(row.id, next ? 'enabled' : 'disabled')}
        />
        <Menu
          label={`Do with ${row.name}`}
          entries={rowEntries(props)}
          trigger={<IconButton label={`More for ${row.name}`} icon={EllipsisVertical} size="smallIcon" />}
        />
      </div>
      <ul className="m-0 flex list-none flex-col gap-0.5 p-0 pr-1 pl-5 text-sm text-ink-2">
        <li>
          <CampaignStanding row={row} />
        </li>
        {row.rules.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may read the same
          <li key={index} className={isRunning ? '' : 'text-ink-3'}>
            {sentence}
          </li>
        ))}
        {row.rules.length === 0 ? <li className="text-ink-3">No rules yet.</li> : null}
      </ul>
    </GridListItem>
  );
}

/** One entry for every other group, the base group among them. */
function groupEntries(
  row: CampaignRowView,
  groups: readonly EvaluationGroupView[],
  actions: CampaignActions,
): MenuEntry[] {
  const all = [{ id: baseGroup, name: '' }, ...groups];
  const others = all.filter(({ id }) => id !== row.groupId);
  if (others.length === 0) return [];
  const entries = others.map(({ id, name }): MenuEntry => {
    const label = id === baseGroup ? 'Move out of the group' : `Move to “${name}”`;
    return {
      kind: 'action',
      id: `group.${id}`,
      label,
      icon: FolderInput,
      onPress: () => actions.moveTo([row.id], id),
    };
  });
  return [{ kind: 'separator', id: 'groups' }, ...entries];
}

function archiveEntry(row: CampaignRowView, actions: CampaignActions): MenuEntry {
  const isArchived = row.state === 'archived';
  return {
    kind: 'action',
    id: 'archive',
    label: isArchived ? 'Take out of the archive' : 'Archive',
    icon: isArchived ? ArchiveRestore : Archive,
    onPress: () => actions.setState(row.id, isArchived ? 'disabled' : 'archived'),
  };
}

function rowEntries({ row, place, count, groups, actions }: CampaignRowProps): MenuEntry[] {
  return [
    {
      kind: 'action',
      id: 'copy',
      label: 'Duplicate',
      icon: Copy,
      onPress: () => actions.duplicate(row.id),
    },
    archiveEntry(row, actions),
    { kind: 'separator', id: 'line' },
    {
      kind: 'action',
      id: 'up',
      label: 'Evaluate earlier',
      icon: ArrowUp,
      onPress: () => actions.step(row.id, -1),
      disabledReason: place === 0 ? 'It is the first' : null,
    },
    {
      kind: 'action',
      id: 'down',
      label: 'Evaluate later',
      icon: ArrowDown,
      onPress: () => actions.step(row.id, 1),
      disabledReason: place >= count - 1 ? 'It is the last' : null,
    },
    ...groupEntries(row, groups, actions),
  ];
}
