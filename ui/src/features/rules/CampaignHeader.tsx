import { Save, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { ConfirmDialog } from '../../kit/ConfirmDialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Note } from '../../kit/Note';
import { TextField } from '../../kit/TextField';
import { CampaignSettings } from './CampaignSettings';
import { newCampaign } from './drafts';
import type { CampaignDraft } from './useCampaignDraft';
import type { Saving } from './useSaveCampaign';

export type CampaignHeaderProps = { campaign: string; own: CampaignDraft; save: Saving };

/** Name, description and settings of the campaign, and what can be done with unsaved changes. */
export function CampaignHeader({ campaign, own, save }: CampaignHeaderProps) {
  const { draft, change, isChanged } = own;
  const [isAsking, setAsking] = useState(false);
  const isNew = campaign === newCampaign;
  return (
    <header className="flex shrink-0 flex-col gap-2 border-line border-b px-3 py-2">
      <div className="flex min-w-0 items-end gap-2">
        <TextField
          isRequired
          label="Campaign"
          value={draft.name}
          onChange={(name) => change((before) => ({ ...before, name }))}
          error={save.refusal?.messageAt('/name')}
          className="w-56"
        />
        <TextField
          label="Description"
          value={draft.description}
          onChange={(description) => change((before) => ({ ...before, description }))}
          placeholder="What it is for"
          error={save.refusal?.messageAt('/description')}
          className="min-w-24 flex-1"
        />
        <Button
          icon={Undo2}
          tone="quiet"
          onPress={() => setAsking(true)}
          disabledReason={isChanged ? null : 'Nothing has changed'}
        >
          Discard
        </Button>
        <Button
          tone="primary"
          icon={Save}
          onPress={save.run}
          isPending={save.isPending}
          disabledReason={save.disabledReason}
        >
          Save
        </Button>
      </div>
      <CampaignSettings own={own} save={save} />
      <Remarks own={own} save={save} />
      <DiscardDialog
        isNew={isNew}
        name={draft.name}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          own.discard();
        }}
      />
    </header>
  );
}

function Remarks({ own, save }: { own: CampaignDraft; save: Saving }) {
  const elsewhere = save.refusal?.problems.filter(
    ({ field }) =>
      !/^\/(name|description|startTime|endTime)$/.test(field) && !/^\/(ruleset|limits)\//.test(field),
  );
  const says = save.refusal && (save.refusal.problems.length === 0 || (elsewhere?.length ?? 0) > 0);
  const isRules = save.problems.length > 0;
  return (
    <>
      {own.isOvertaken ? (
        <Note tone="warn">
          The campaign was saved since you began. Saving replaces that; discarding shows it.
        </Note>
      ) : null}
      {says ? (
        <ErrorNote
          message={elsewhere?.[0]?.message ?? save.refusal?.message ?? ''}
          field={elsewhere?.[0]?.field ?? null}
          next="Nothing was saved."
        />
      ) : null}
      {isRules && !says ? (
        <ErrorNote
          message="The rules cannot be saved yet."
          next="What to mend is said beside the rows below. Nothing was saved."
        />
      ) : null}
    </>
  );
}

type DiscardDialogProps = {
  isNew: boolean;
  name: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

function DiscardDialog({ isNew, name, isOpen, onClose, onConfirm }: DiscardDialogProps) {
  return (
    <ConfirmDialog
      isDangerous
      title="Discard the changes?"
      confirmLabel="Discard"
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      {isNew
        ? 'The new campaign has not been saved; what you wrote is given up.'
        : `“${name}” goes back to what was last saved.`}
    </ConfirmDialog>
  );
}
