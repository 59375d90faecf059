import { X } from 'lucide-react';
import { Checkbox } from '../../kit/Checkbox';
import { DateTimeField } from '../../kit/DateTimeField';
import { IconButton } from '../../kit/IconButton';
import type { CampaignDraft } from './useCampaignDraft';
import type { Saving } from './useSaveCampaign';

type CampaignSettingsProps = { own: CampaignDraft; save: Saving };

/** From when until when the campaign runs, and whether returns ask it again. */
export function CampaignSettings({ own, save }: CampaignSettingsProps) {
  const { draft, change } = own;
  return (
    <fieldset className="m-0 flex min-w-0 flex-wrap items-start gap-3 border-0 p-0">
      <legend className="sr-only">Campaign settings</legend>
      <DateChoice
        label="Starts"
        emptyLabel="No start"
        value={draft.startTime}
        onChange={(startTime) => change((before) => ({ ...before, startTime }))}
        error={save.refusal?.messageAt('/startTime')}
      />
      <DateChoice
        label="Ends"
        emptyLabel="No end"
        value={draft.endTime}
        onChange={(endTime) => change((before) => ({ ...before, endTime }))}
        error={save.refusal?.messageAt('/endTime')}
      />
      <Checkbox
        label="Ask again when items are returned"
        description="A return may then take back what the campaign would not give for the items that are kept."
        isSelected={draft.reevaluateOnReturn}
        onChange={(reevaluateOnReturn) => change((before) => ({ ...before, reevaluateOnReturn }))}
        className="mt-4 max-w-80"
      />
    </fieldset>
  );
}

type DateChoiceProps = {
  label: string;
  emptyLabel: string;
  value: string;
  onChange: (instant: string) => void;
  error: string | undefined;
};

/** A date that may be left out. */
function DateChoice({ label, emptyLabel, value, onChange, error }: DateChoiceProps) {
  return (
    <div className="flex items-start gap-0.5">
      <DateTimeField
        label={label}
        value={value}
        onChange={onChange}
        {...(error === undefined ? {} : { error })}
        className="w-52"
      />
      <IconButton
        label={emptyLabel}
        icon={X}
        className="mt-5"
        onPress={() => onChange('')}
        disabledReason={value === '' ? 'It has none.' : null}
      />
    </div>
  );
}
