import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { GridList, useDragAndDrop } from 'react-aria-components';
import type { CampaignRowView } from '../../api/types';
import { Button } from '../../kit/Button';
import { ErrorNote } from '../../kit/ErrorNote';
import { PanelHeader } from '../../kit/Panel';
import { CampaignRow } from './CampaignRow';
import { draftKey, newCampaign, useDrafts } from './drafts';
import { type CampaignActions, useCampaignActions } from './useCampaignActions';

export type CampaignListProps = {
  campaigns: readonly CampaignRowView[];
  /** The campaign that is open: its number as text, `new`, or none. */
  chosen: string | null;
  workspacePath: string;
};

/** The campaigns in the order they are evaluated in. */
export function CampaignList({ campaigns, chosen, workspacePath }: CampaignListProps) {
  const navigate = useNavigate();
  const actions = useCampaignActions(campaigns, workspacePath);
  const hasNewDraft = useDrafts((state) => draftKey(workspacePath, newCampaign) in state.drafts);
  const open = (campaignId: string) => void navigate({ to: '/rules/{-$campaignId}', params: { campaignId } });
  return (
    <div className="flex min-h-0 flex-1 flex-col border-line border-r">
      <PanelHeader
        title="Campaigns"
        aside="in order"
        actions={
          <Button size="small" icon={Plus} onPress={() => open(newCampaign)}>
            New
          </Button>
        }
      />
      {actions.refusal ? (
        <div className="p-2">
          <ErrorNote message={actions.refusal.message} />
        </div>
      ) : null}
      <div className="min-h-0 flex-1 overflow-auto p-1.5">
        <Rows
          campaigns={campaigns}
          chosen={chosen}
          workspacePath={workspacePath}
          actions={actions}
          onOpen={open}
        />
        {hasNewDraft || chosen === newCampaign ? (
          <NewRow isChosen={chosen === newCampaign} onOpen={() => open(newCampaign)} />
        ) : null}
      </div>
      <p className="m-0 border-line border-t px-3 py-2 text-sm text-ink-3">
        Drag to change the order, or use a campaign’s menu. All running campaigns add up.
      </p>
    </div>
  );
}

type RowsProps = CampaignListProps & { actions: CampaignActions; onOpen: (id: string) => void };

function Rows({ campaigns, chosen, workspacePath, actions, onOpen }: RowsProps) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = [...keys].map(Number);
      actions.reorder(moved, Number(target.key), target.dropPosition === 'after');
    },
  });
  const drafts = useDrafts((state) => state.drafts);
  return (
    <GridList
      aria-label="Campaigns in the order they are evaluated"
      items={campaigns}
      dependencies={[chosen, drafts, actions]}
      selectionMode="single"
      disallowEmptySelection
      keyboardNavigationBehavior="tab"
      selectionBehavior="replace"
      selectedKeys={chosen && chosen !== newCampaign ? [Number(chosen)] : []}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) onOpen(String(first));
      }}
      dragAndDropHooks={dragAndDropHooks}
      className="flex flex-col gap-0.5 outline-none"
    >
      {(row) => (
        <CampaignRow
          row={row}
          count={campaigns.length}
          isUnsaved={draftKey(workspacePath, String(row.id)) in drafts}
          actions={actions}
        />
      )}
    </GridList>
  );
}

function NewRow({ isChosen, onOpen }: { isChosen: boolean; onOpen: () => void }) {
  return (
    <Button
      tone="quiet"
      onPress={onOpen}
      className={`mt-1 w-full !justify-start ${isChosen ? 'bg-accent-soft text-ink' : ''}`}
    >
      New campaign <span className="font-normal text-sm text-ink-3">not saved yet</span>
    </Button>
  );
}
