import { GridList, useDragAndDrop } from 'react-aria-components';
import type { CampaignRowView, EvaluationGroupView } from '../../api/types';
import { CampaignRow } from './CampaignRow';
import { draftKey, newCampaign, useDrafts } from './drafts';
import { baseGroup } from './groups';
import type { CampaignActions } from './useCampaignActions';

export type CampaignRowsProps = {
  label: string;
  /** The group they are in. */
  groupId: number;
  campaigns: readonly CampaignRowView[];
  groups: readonly EvaluationGroupView[];
  chosen: string | null;
  workspacePath: string;
  actions: CampaignActions;
  onOpen: (id: string) => void;
};

/** What a dragged campaign carries: its number. */
const dragged = 'tillroll-campaign';

/** The campaigns of one group. They are dragged inside it and from one group to another. */
export function CampaignRows(props: CampaignRowsProps) {
  const { campaigns, chosen, workspacePath, groups, groupId, actions, onOpen } = props;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragged]: String(key) })),
    acceptedDragTypes: [dragged],
    onReorder: ({ keys, target }) => {
      const moved = [...keys].map(Number);
      actions.reorder(moved, Number(target.key), target.dropPosition === 'after');
    },
    onInsert: async ({ items }) => actions.moveTo(await numbersOf(items), groupId),
    onRootDrop: async ({ items }) => actions.moveTo(await numbersOf(items), groupId),
  });
  const drafts = useDrafts((state) => state.drafts);
  const own = campaigns.some(({ id }) => String(id) === chosen);
  if (campaigns.length === 0 && groupId === baseGroup && groups.length === 0) return null;
  return (
    <GridList
      aria-label={props.label}
      items={campaigns}
      dependencies={[chosen, drafts, actions, groups, campaigns]}
      selectionMode="single"
      disallowEmptySelection
      keyboardNavigationBehavior="tab"
      selectionBehavior="replace"
      selectedKeys={own && chosen !== newCampaign ? [Number(chosen)] : []}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) onOpen(String(first));
      }}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="m-0 px-2 py-1 text-sm text-ink-3">No campaigns here yet.</p>}
      className="flex flex-col gap-0.5 rounded-md outline-none data-[drop-target]:bg-accent-soft"
    >
      {(row) => (
        <CampaignRow
          row={row}
          place={campaigns.indexOf(row)}
          count={campaigns.length}
          groups={groups}
          isUnsaved={draftKey(workspacePath, String(row.id)) in drafts}
          actions={actions}
        />
      )}
    </GridList>
  );
}

type Carried = { kind: string; getText?: (type: string) => Promise<string> };

async function numbersOf(items: readonly Carried[]): Promise<number[]> {
  const texts = await Promise.all(items.map((item) => item.getText?.(dragged)));
  return texts.flatMap((text) => (text === undefined ? [] : [Number(text)]));
}
