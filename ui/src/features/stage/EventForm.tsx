import { useInfiniteQuery } from '@tanstack/react-query';
import { profilesQuery } from '../../api/queries';
import type { Refusal } from '../../api/refusal';
import type { EventTypeView } from '../../api/types';
import { AttributeFields } from '../../kit/AttributeFields';
import { ErrorNote } from '../../kit/ErrorNote';
import { Note } from '../../kit/Note';
import { Select } from '../../kit/Select';
import { SuggestField } from '../../kit/SuggestField';
import { Switch } from '../../kit/Switch';
import { errorOf } from './CostsFields';
import type { EventDraft } from './drafts';
import { isBindable } from './eventBinding';
import { fieldErrorsOf } from './fieldErrors';
import type { Stage } from './useStage';

export type EventFormProps = {
  stage: Stage;
  types: readonly EventTypeView[];
  draft: EventDraft;
  onChange: (draft: EventDraft) => void;
  refusal: Refusal | null;
};

/** Which event, for whom, with which values. */
export function EventForm({ stage, types, draft, onChange, refusal }: EventFormProps) {
  const profiles = useInfiniteQuery(profilesQuery({})).data?.pages.flatMap((page) => page.rows) ?? [];
  const errors = fieldErrorsOf(refusal);
  const type = types.find((one) => one.name === draft.type);
  if (types.length === 0) {
    return (
      <Note>
        There is no custom event yet. Create one in the Dictionary by creating its first attribute; built-in
        events are never sent by hand.
      </Note>
    );
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Event type"
          value={draft.type}
          onChange={(name) => onChange({ ...draft, type: name })}
          choices={types.map((one) => ({ id: one.name, label: one.name }))}
          {...errorOf(errors.within('/type'))}
        />
        <SuggestField
          label="Customer"
          isRequired
          value={draft.profileId}
          onChange={(profileId) => onChange({ ...draft, profileId })}
          suggestions={profiles.map((profile) => profile.id)}
          {...errorOf(errors.within('/profileId'))}
        />
      </div>
      {type ? (
        <AttributeFields
          attributes={type.attributes.filter((attribute) => !attribute.hidden && !attribute.locked)}
          texts={draft.texts[type.name] ?? {}}
          onChange={(texts) => onChange({ ...draft, texts: { ...draft.texts, [type.name]: texts } })}
          errorAt={(name) => errors.within(`/attributes/${name}`)}
        />
      ) : null}
      <Binding stage={stage} draft={draft} onChange={onChange} />
      <Leftovers
        refusal={refusal}
        known={type?.attributes.map((attribute) => `/attributes/${attribute.name}`) ?? []}
      />
    </>
  );
}

type BindingProps = Pick<EventFormProps, 'stage' | 'draft' | 'onChange'>;

function Binding({ stage, draft, onChange }: BindingProps) {
  const isPossible = isBindable(stage, draft);
  const isBound = isPossible && draft.isBound;
  return (
    <div className="border-line border-t pt-2">
      <Switch
        label={`Bind to session ${stage.id}`}
        isSelected={isBound}
        isDisabled={!isPossible}
        onChange={(next) => onChange({ ...draft, isBound: next })}
      />
      <p className="m-0 text-sm text-ink-3">{bindingSentence(stage, isPossible, isBound)}</p>
    </div>
  );
}

function bindingSentence(stage: Stage, isPossible: boolean, isBound: boolean): string {
  if (isBound) return `The event is bound to ${stage.id}: rules may look at its cart, as it is stored.`;
  const other = stage.workspace.settings.bindToOpenSession
    ? "The event is bound to the customer's most recently updated open session, if there is one."
    : 'The event is bound to no session.';
  return isPossible ? other : `${stage.id} is not a stored open session of this customer. ${other}`;
}

function Leftovers({ refusal, known }: { refusal: Refusal | null; known: readonly string[] }) {
  if (!refusal) return null;
  const isShown = (field: string) =>
    ['/type', '/profileId', ...known].some((own) => field === own || field.startsWith(`${own}/`));
  const messages = refusal.problems
    .filter((problem) => !isShown(problem.field))
    .map((problem) => problem.message);
  return (refusal.problems.length === 0 ? [refusal.message] : messages).map((message) => (
    <ErrorNote key={message} message={message} next="Nothing was stored." />
  ));
}
