import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { refusalOf } from '../../api/refusal';
import type { AttributeView, ProfileView } from '../../api/types';
import { AttributeFields } from '../../kit/AttributeFields';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Switch } from '../../kit/Switch';
import { textsOf } from '../../lib/attributeText';
import { fieldErrorsOf } from './fieldErrors';
import { attributeChanges } from './sessionRequest';
import { useAnnouncement } from './useMoves';

export type ProfileDialogProps = {
  profileId: string;
  /** As stored; `null` for a customer that does not exist yet. */
  profile: ProfileView | null;
  attributes: readonly AttributeView[];
  onClose: () => void;
};

/** Changes what is known of a customer, with or without running the rules. */
export function ProfileDialog({ profileId, profile, attributes, onClose }: ProfileDialogProps) {
  const [stored] = useState(() => textsOf(profile?.attributes ?? []));
  const [texts, setTexts] = useState(stored);
  const [runs, setRuns] = useState(true);
  const announce = useAnnouncement();
  const changes = attributeChanges(texts, stored);
  const saving = useMutation({
    mutationFn: () => client.updateProfile(profileId, { attributes: changes }, runs, false),
    onSuccess: (outcome) => {
      onClose();
      announce(outcome);
    },
  });
  const refusal = saving.error ? refusalOf(saving.error) : null;
  const others = refusal?.problems.length
    ? refusal.problems.filter((one) => !one.field.startsWith('/attributes/'))
    : [];
  const isUnchanged = Object.keys(changes).length === 0 && profile !== null;
  return (
    <Dialog
      title={`Customer ${profileId}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isPending={saving.isPending}
            disabledReason={isUnchanged ? 'Nothing was changed yet.' : null}
            onPress={() => saving.mutate()}
          >
            Save customer
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {attributes.length > 0 ? (
          <AttributeFields
            attributes={attributes}
            texts={texts}
            onChange={setTexts}
            errorAt={(name) => fieldErrorsOf(refusal).within(`/attributes/${name}`)}
          />
        ) : (
          <p className="m-0 text-ink-2">
            Customers have no attributes yet. Create one for the customer profile in the Dictionary, and it
            appears here.
          </p>
        )}
        <Switch label="Run the rule engine" isSelected={runs} onChange={setRuns} />
        <p className="m-0 text-sm text-ink-3">
          {runs
            ? 'Saving makes the event talon_profile_updated, and rules may answer it.'
            : 'Saving makes no event; rules do not hear of it.'}
        </p>
        {refusal && refusal.problems.length === 0 ? (
          <ErrorNote message={refusal.message} next="Nothing was stored." />
        ) : null}
        {others.map((one) => (
          <ErrorNote key={one.field} message={one.message} field={one.field} />
        ))}
      </div>
    </Dialog>
  );
}
