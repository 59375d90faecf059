import { useState } from 'react';
import type { EvaluationGroupView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { RadioGroup } from '../../kit/RadioGroup';
import { Select } from '../../kit/Select';
import { TextField } from '../../kit/TextField';
import { baseGroup, type GroupDraft, modes, withGroup } from './groups';
import type { EvaluationGroups } from './useEvaluationGroups';

type GroupDialogProps = {
  /** The group that is changed; none for a new one. */
  group: EvaluationGroupView | null;
  /** Where a new group is put first. */
  parentId: number;
  control: EvaluationGroups;
  onClose: () => void;
};

/** A group's name, where it stands, and how its campaigns compete. */
export function GroupDialog({ group, parentId, control, onClose }: GroupDialogProps) {
  const { groups, save, refusal } = control;
  const [draft, setDraft] = useState<GroupDraft>(group ?? { name: '', mode: 'highestDiscount', parentId });
  const change = (part: Partial<GroupDraft>) => {
    control.reset();
    setDraft({ ...draft, ...part });
  };
  const { name, mode } = draft;
  const run = () =>
    save(withGroup(groups, group?.id ?? null, { name, mode, parentId: draft.parentId }), onClose);
  const beside = refusal?.problems.find(({ field }) => field.endsWith('/name'))?.message;
  return (
    <Dialog
      title={group ? `Group “${group.name}”` : 'New evaluation group'}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Change nothing</Button>
          <Button tone="primary" isPending={control.isPending} onPress={run}>
            {group ? 'Save group' : 'Create group'}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          run();
        }}
      >
        {refusal && !beside ? <ErrorNote message={refusal.problems[0]?.message ?? refusal.message} /> : null}
        <TextField
          label="Name"
          autoFocus
          isRequired
          value={name}
          onChange={(typed) => change({ name: typed })}
          {...(beside === undefined ? {} : { error: beside })}
        />
        <RadioGroup
          label="Of its campaigns that apply"
          value={mode}
          onChange={(id) => change({ mode: modes.find((choice) => choice.id === id)?.id ?? mode })}
          choices={modes}
        />
        <Select
          label="Stands in"
          value={String(draft.parentId)}
          onChange={(id) => change({ parentId: Number(id) })}
          choices={parentChoices(groups, group)}
          description="A group competes in the one around it with what stands in it together."
        />
      </form>
    </Dialog>
  );
}

/** Groups stand on two levels: one that holds others stays in the base group. */
function parentChoices(groups: readonly EvaluationGroupView[], group: EvaluationGroupView | null) {
  const base = { id: String(baseGroup), label: 'Base group' };
  const holdsOthers = group !== null && groups.some(({ parentId }) => parentId === group.id);
  if (holdsOthers) return [base];
  const outer = groups.filter(({ id, parentId }) => parentId === baseGroup && id !== group?.id);
  return [base, ...outer.map(({ id, name }) => ({ id: String(id), label: name }))];
}
