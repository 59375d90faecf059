import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { workspaceQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { SettingsView, WorkspaceView } from '../../api/types';
import { Button } from '../../kit/Button';
import { ComboBox } from '../../kit/ComboBox';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { currencyChoices, zoneChoices } from './choices';
import { OurChoice } from './OurChoice';

/** The workspace's choices: where the vendor is silent, and how money and times are shown. */
export function SettingsDialog({ workspace, onClose }: { workspace: WorkspaceView; onClose: () => void }) {
  const queries = useQueryClient();
  const [settings, setSettings] = useState(workspace.settings);
  const saving = useMutation({
    mutationFn: () => client.saveSettings(settings),
    onSuccess: (saved) => {
      queries.setQueryData(workspaceQuery.queryKey, saved);
      onClose();
    },
  });
  const refusal = saving.error ? refusalOf(saving.error) : null;
  const isChanged = JSON.stringify(settings) !== JSON.stringify(workspace.settings);
  return (
    <Dialog
      title="Workspace settings"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Change nothing</Button>
          <Button
            tone="primary"
            isPending={saving.isPending}
            disabledReason={isChanged ? null : 'Nothing has changed.'}
            onPress={() => saving.mutate()}
          >
            Save settings
          </Button>
        </>
      }
    >
      <SettingsFields
        settings={settings}
        refusal={refusal}
        onChange={(change) => {
          saving.reset();
          setSettings({ ...settings, ...change });
        }}
      />
    </Dialog>
  );
}

type SettingsFieldsProps = {
  settings: SettingsView;
  refusal: Refusal | null;
  onChange: (change: Partial<SettingsView>) => void;
};

function SettingsFields({ settings, refusal, onChange }: SettingsFieldsProps) {
  const [leftover] = refusal?.problemsBeside(['/currency', '/timeZone']) ?? [];
  const message = refusal?.problems.length === 0 ? refusal.message : leftover?.message;
  return (
    <div className="flex flex-col gap-4">
      {message ? <ErrorNote message={message} /> : null}
      <OurChoice
        label="Record a closing for a session that arrives closed"
        isSelected={settings.emitClosedOnCreate}
        onChange={(emitClosedOnCreate) => onChange({ emitClosedOnCreate })}
        on="Such a session makes two events: first created, then closed. The rules still run once."
        off="Such a session makes one event, created, although it is closed at once."
      />
      <OurChoice
        label="Join a custom event to the customer’s open session"
        isSelected={settings.bindToOpenSession}
        onChange={(bindToOpenSession) => onChange({ bindToOpenSession })}
        on="An event that names no session joins the open session the customer updated last, and its attributes are added to it."
        off="An event that names no session belongs to the customer alone; rules that read the session fail with the reason “no session”."
      />
      <OurChoice
        label="Cascading discounts"
        isVendors
        isSelected={settings.cascadingDiscounts}
        onChange={(cascadingDiscounts) => onChange({ cascadingDiscounts })}
        on="Discounted session total, Discounted cart item total and Discounted item price are what the campaigns before leave. All other totals stay as they are."
        off="Discounted session total, Discounted cart item total and Discounted item price are the same as those without discounts."
      />
      <div className="grid grid-cols-2 gap-3">
        <ComboBox
          label="Currency"
          value={settings.currency}
          onChange={(currency) => {
            if (currency !== null) onChange({ currency });
          }}
          choices={currencyChoices(settings.currency)}
          error={refusal?.messageAt('/currency')}
          description="How amounts are shown; nothing is converted."
        />
        <ComboBox
          label="Time zone"
          value={settings.timeZone}
          onChange={(timeZone) => {
            if (timeZone !== null) onChange({ timeZone });
          }}
          choices={zoneChoices(settings.timeZone)}
          error={refusal?.messageAt('/timeZone')}
          description="How times are shown; UTC is one hover away."
        />
      </div>
    </div>
  );
}
