import type { DictionaryView } from '../../api/types';
import { Select } from '../../kit/Select';
import { SuggestField } from '../../kit/SuggestField';
import { TextField } from '../../kit/TextField';
import { countOf } from '../../lib/text';
import { eventEntity, type FieldErrors, type NewForm } from './form';
import { typeChoice } from './typeWords';

export type IdentityFieldsProps = {
  dictionary: DictionaryView;
  form: NewForm;
  errors: FieldErrors;
  onChange: (change: Partial<NewForm>) => void;
};

/** The fields that stay for ever once the attribute is there. */
export function IdentityFields({ dictionary, form, errors, onChange }: IdentityFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label="Associated entity"
        value={form.entity}
        onChange={(entity) => onChange({ entity })}
        choices={dictionary.entities.map(({ entity, title }) => ({ id: entity, label: title }))}
        error={errors('/entity')}
        description={form.entity === eventEntity ? 'Sent with an event' : 'Kept until it is changed'}
      />
      {form.entity === eventEntity ? (
        <EventTypeField dictionary={dictionary} form={form} errors={errors} onChange={onChange} />
      ) : (
        <span />
      )}
      <Select
        label="Attribute type"
        value={form.type}
        onChange={(type) => onChange({ type })}
        choices={dictionary.types.map(typeChoice)}
        error={errors('/type')}
        description={typeChoice(form.type).description}
      />
      <TextField
        label="API name"
        isCode
        autoFocus={form.entity !== eventEntity || form.eventType !== ''}
        value={form.name}
        onChange={(name) => onChange({ name })}
        error={errors('/name')}
        description="As requests and rules write it, such as url"
      />
    </div>
  );
}

function EventTypeField({ dictionary, form, errors, onChange }: IdentityFieldsProps) {
  const custom = dictionary.eventTypes.filter((eventType) => !eventType.builtIn);
  const existing = custom.find(({ name }) => name === form.eventType);
  return (
    <SuggestField
      label="Event type"
      autoFocus={form.eventType === ''}
      value={form.eventType}
      onChange={(eventType) => onChange({ eventType })}
      suggestions={custom.map(({ name }) => name)}
      error={errors('/eventType')}
      description={
        existing
          ? `Joins ${existing.name}, which has ${countOf(existing.attributes.filter(({ locked }) => !locked).length, 'attribute')}`
          : 'A new name creates a new event type'
      }
    />
  );
}
