import { useState } from 'react';
import type { VocabularyView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Checkbox } from '../../../kit/Checkbox';
import { Dialog } from '../../../kit/Dialog';
import { NumberField } from '../../../kit/NumberField';
import { Select } from '../../../kit/Select';
import { isDecimalText } from '../../../lib/decimal';
import { actionOf, type DraftLimit, limitKey, limitSentence, overall } from './limits';

type BudgetDialogProps = {
  vocabulary: VocabularyView;
  /** The budget that is changed; none for a new one. */
  before: DraftLimit | undefined;
  others: readonly DraftLimit[];
  onClose: () => void;
  onDone: (limit: DraftLimit) => void;
};

/** The form of one budget. */
export function BudgetDialog({ vocabulary, before, others, onClose, onDone }: BudgetDialogProps) {
  const first = vocabulary.budgets.actions[0]?.name ?? '';
  const [limit, setLimit] = useState<DraftLimit>(
    before ?? { action: first, limit: '', period: overall, entities: [] },
  );
  const patch = (fields: Partial<DraftLimit>) => setLimit((now) => ({ ...now, ...fields }));
  const reason = reasonNotTo(limit, others);
  return (
    <Dialog
      isOpen
      title={before ? 'Change budget' : 'Add budget'}
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" disabledReason={reason} onPress={() => onDone(limit)}>
            {before ? 'Change budget' : 'Add budget'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label="What is limited"
          value={limit.action}
          onChange={(action) => patch({ action, entities: fitting(vocabulary, action, limit.entities) })}
          choices={vocabulary.budgets.actions.map(({ name, title }) => ({ id: name, label: title }))}
        />
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            autoFocus
            isRequired
            label="At most"
            value={limit.limit}
            onChange={(text) => patch({ limit: text.trim() })}
            placeholder={actionOf(vocabulary, limit.action)?.isMoney ? '100.00' : '100'}
          />
          <Select
            label="Period"
            value={limit.period}
            onChange={(period) => patch({ period })}
            choices={vocabulary.budgets.periods.map(({ name, title }) => ({ id: name, label: title }))}
          />
        </div>
        <Entities limit={limit} vocabulary={vocabulary} onChange={(entities) => patch({ entities })} />
        <p className="m-0 rounded-md bg-sunken px-2.5 py-1.5 text-ink-2">
          {limitSentence(limit, vocabulary)}
        </p>
      </div>
    </Dialog>
  );
}

type EntitiesProps = {
  limit: DraftLimit;
  vocabulary: VocabularyView;
  onChange: (entities: string[]) => void;
};

function Entities({ limit, vocabulary, onChange }: EntitiesProps) {
  const choices = actionOf(vocabulary, limit.action)?.entities ?? [];
  const toggled = (name: string, isOn: boolean) =>
    choices
      .map((choice) => choice.name)
      .filter((other) => (other === name ? isOn : limit.entities.includes(other)));
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="p-0 text-sm font-medium text-ink-2">
        Counted separately for each <span className="font-normal text-ink-3">none: the whole campaign</span>
      </legend>
      <div className="flex flex-wrap gap-x-4">
        {choices.map(({ name, title }) => (
          <Checkbox
            key={name}
            label={title}
            isSelected={limit.entities.includes(name)}
            onChange={(isOn) => onChange(toggled(name, isOn))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The entities an action can be counted for. */
function fitting(vocabulary: VocabularyView, action: string, entities: readonly string[]): string[] {
  const known = actionOf(vocabulary, action)?.entities.map(({ name }) => name) ?? [];
  return entities.filter((name) => known.includes(name));
}

function reasonNotTo(limit: DraftLimit, others: readonly DraftLimit[]): string | null {
  if (!isDecimalText(limit.limit)) return 'Say how much it is at most';
  const isTwice = others.some((other) => limitKey(other) === limitKey(limit));
  return isTwice ? 'Another budget limits the same in the same period; change that one' : null;
}
