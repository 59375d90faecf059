import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { profileQuery } from '../../api/queries';
import type { ProfileView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Money } from '../../kit/Money';
import { Tag } from '../../kit/Tag';
import { TextField } from '../../kit/TextField';
import { TimeText } from '../../kit/TimeText';
import { ChangedDot } from '../../kit/TokensField';
import { countOf } from '../../lib/text';
import { CustomerPicker } from './CustomerPicker';
import { placeOf, useStageStore } from './drafts';
import type { OpenSession } from './openSession';
import { ProfileDialog } from './ProfileDialog';
import type { Stage } from './useStage';

/** Whose session it is, and what is known of the customer. */
export function CustomerSection({ stage, onOpen }: { stage: Stage; onOpen: OpenSession }) {
  const { draft, errors } = stage;
  const { profileId } = draft.form;
  const error = errors.within('/profileId');
  return (
    <section aria-label="Customer" className="flex flex-col gap-1 border-line border-b px-3 py-2">
      {stage.session === null ? <NewIdField stage={stage} onOpen={onOpen} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <span className="flex w-[104px] items-center gap-2 text-sm font-medium text-ink-2">
          Customer
          {draft.changes.includes('profileId') ? <ChangedDot /> : null}
        </span>
        <CustomerPicker
          value={profileId}
          onChange={(next) => draft.edit({ ...draft.form, profileId: next })}
          disabledReason={stage.fixedReason}
        />
        {profileId === '' ? (
          <span className="text-sm text-ink-3">Rules that look at the customer find nothing.</span>
        ) : (
          <KnownCustomer key={profileId} stage={stage} profileId={profileId} />
        )}
      </div>
      {error ? <span className="text-sm text-bad">{error}</span> : null}
    </section>
  );
}

/** The id of a session that is not stored yet can still be chosen. */
function NewIdField({ stage, onOpen }: { stage: Stage; onOpen: OpenSession }) {
  const [text, setText] = useState(stage.id);
  const keepDraft = useStageStore((state) => state.keepDraft);
  const dropDraft = useStageStore((state) => state.dropDraft);
  const rename = () => {
    const next = text.trim();
    if (next === '' || next === stage.id) return setText(stage.id);
    const { path } = stage.workspace;
    if (stage.draft.changes.length > 0) {
      keepDraft(placeOf(path, next), { form: stage.draft.form, stored: stage.draft.stored, begunAt: 0 });
      dropDraft(placeOf(path, stage.id));
    }
    onOpen(next);
  };
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden className="w-[104px] text-sm font-medium text-ink-2">
        Session id
      </span>
      <TextField
        label="Session id"
        hideLabel
        isCode
        value={text}
        onChange={setText}
        onBlur={rename}
        className="w-52"
      />
      <span className="text-sm text-ink-3">Yours to choose until it is stored.</span>
    </div>
  );
}

function KnownCustomer({ stage, profileId }: { stage: Stage; profileId: string }) {
  const [isEditing, setEditing] = useState(false);
  const query = useQuery(profileQuery(profileId));
  const profile = query.data ?? null;
  return (
    <>
      <span className="flex-1" />
      <Button size="small" tone="quiet" icon={Pencil} onPress={() => setEditing(true)}>
        Edit customer…
      </Button>
      <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 pl-[112px] text-sm text-ink-2">
        {profile ? (
          <KnownFacts profile={profile} currency={stage.workspace.settings.currency} />
        ) : (
          <span className="text-ink-3">{query.isPending ? '' : 'New customer, made with the session.'}</span>
        )}
      </div>
      {isEditing ? (
        <ProfileDialog
          profileId={profileId}
          profile={profile}
          attributes={stage.attributes.profile}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  );
}

function KnownFacts({ profile, currency }: { profile: ProfileView; currency: string }) {
  return (
    <>
      <span className="whitespace-nowrap">{countOf(profile.closedSessions, 'closed session')}</span>
      <span className="whitespace-nowrap">
        <Money amount={profile.totalSales} currency={currency} /> spent
      </span>
      <span className="whitespace-nowrap text-ink-3" title="Last request that ran the rules">
        active <TimeText at={profile.lastActivity} />
      </span>
      <AttributeTags attributes={profile.attributes} />
    </>
  );
}

/** How many attributes are shown before somebody asks for all of them. */
const first = 3;

function AttributeTags({ attributes }: { attributes: ProfileView['attributes'] }) {
  const [isOpen, setOpen] = useState(false);
  const hidden = attributes.length - first;
  return (
    <>
      {(isOpen ? attributes : attributes.slice(0, first)).map((attribute) => (
        <Tag key={attribute.name} title={`${attribute.title}: ${attribute.text}`}>
          {attribute.title}: {attribute.text}
        </Tag>
      ))}
      {hidden > 0 ? (
        <Button size="small" tone="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `${hidden} more`}
        </Button>
      ) : null}
    </>
  );
}
