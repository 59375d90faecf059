import { useNavigate } from '@tanstack/react-router';
import { FolderPlus, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CampaignRowView, EvaluationGroupView } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { ErrorNote } from '../../kit/ErrorNote';
import { IconButton } from '../../kit/IconButton';
import { PanelHeader } from '../../kit/Panel';
import { CampaignRows } from './CampaignRows';
import { draftKey, newCampaign, useDrafts } from './drafts';
import { GroupDialog } from './GroupDialog';
import { GroupHeader } from './GroupHeader';
import { baseGroup, campaignsOf, placedGroups, withoutGroup } from './groups';
import { useCampaignActions } from './useCampaignActions';
import { type EvaluationGroups, useEvaluationGroups } from './useEvaluationGroups';

export type CampaignListProps = {
  campaigns: readonly CampaignRowView[];
  /** The campaign that is open: its number as text, `new`, or none. */
  chosen: string | null;
  workspacePath: string;
};

/** The group that is written in a dialog, and where it stands. */
type Written = { group: EvaluationGroupView | null; parentId: number };

/** The campaigns in the order they are evaluated in, group by group. */
export function CampaignList({ campaigns, chosen, workspacePath }: CampaignListProps) {
  const navigate = useNavigate();
  const control = useEvaluationGroups();
  const [written, setWritten] = useState<Written | null>(null);
  const hasNewDraft = useDrafts((state) => draftKey(workspacePath, newCampaign) in state.drafts);
  const open = (campaignId: string) => void navigate({ to: '/rules/{-$campaignId}', params: { campaignId } });
  const write = (group: EvaluationGroupView | null, parentId = baseGroup) => {
    control.reset();
    setWritten({ group, parentId });
  };
  useCommands([
    { id: 'rules.group', title: 'New evaluation group…', group: 'Rules', run: () => write(null) },
  ]);
  return (
    <div className="flex min-h-0 flex-1 flex-col border-line border-r">
      <PanelHeader
        title="Campaigns"
        aside="in order"
        actions={
          <>
            <IconButton
              label="New evaluation group"
              icon={FolderPlus}
              size="smallIcon"
              onPress={() => write(null)}
            />
            <Button size="small" icon={Plus} onPress={() => open(newCampaign)}>
              New
            </Button>
          </>
        }
      />
      <Branches
        campaigns={campaigns}
        chosen={chosen}
        workspacePath={workspacePath}
        control={control}
        isWriting={written !== null}
        onOpen={open}
        onWrite={write}
        last={
          hasNewDraft || chosen === newCampaign ? (
            <NewRow isChosen={chosen === newCampaign} onOpen={() => open(newCampaign)} />
          ) : null
        }
      />
      <p className="m-0 border-line border-t px-3 py-2 text-sm text-ink-3">
        Drag to change the order or the group, or use a campaign’s menu. Running campaigns add up, unless
        their group says otherwise.
      </p>
      {written ? <GroupDialog {...written} control={control} onClose={() => setWritten(null)} /> : null}
    </div>
  );
}

type BranchesProps = CampaignListProps & {
  control: EvaluationGroups;
  /** A dialog shows what was refused. */
  isWriting: boolean;
  onOpen: (id: string) => void;
  onWrite: (group: EvaluationGroupView | null, parentId?: number) => void;
  last: ReactNode;
};

/** The base group's own campaigns, then every group with its own. */
function Branches(props: BranchesProps) {
  const { campaigns, control, isWriting, onWrite, last, ...rows } = props;
  const actions = useCampaignActions(campaigns, rows.workspacePath, control);
  const refusal = actions.refusal ?? (isWriting ? null : control.refusal);
  const shared = { ...rows, groups: control.groups, actions };
  return (
    <div className="min-h-0 flex-1 overflow-auto p-1.5">
      {refusal ? <ErrorNote message={refusal.problems[0]?.message ?? refusal.message} /> : null}
      <CampaignRows
        {...shared}
        label="Campaigns in the order they are evaluated"
        groupId={baseGroup}
        campaigns={campaignsOf(campaigns, baseGroup)}
      />
      {last}
      {placedGroups(control.groups).map((placed) => (
        <section
          key={placed.group.id}
          aria-label={`Group ${placed.group.name}`}
          className={`mt-1.5 border-line border-l-2 ${placed.depth === 2 ? 'ml-4' : 'ml-1'}`}
        >
          <GroupHeader
            placed={placed}
            onEdit={(group) => onWrite(group, group.parentId)}
            onAddInside={(group) => onWrite(null, group.id)}
            onRemove={(group) => control.save(withoutGroup(control.groups, group.id))}
          />
          <CampaignRows
            {...shared}
            label={`Campaigns of ${placed.group.name}`}
            groupId={placed.group.id}
            campaigns={campaignsOf(campaigns, placed.group.id)}
          />
        </section>
      ))}
    </div>
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
