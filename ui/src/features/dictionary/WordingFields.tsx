import { Switch } from '../../kit/Switch';
import { TagField } from '../../kit/TagField';
import { TextArea } from '../../kit/TextArea';
import { TextField } from '../../kit/TextField';
import type { FieldErrors, Wording } from './form';

export type WordingFieldsProps = {
  form: Wording;
  /** The API name, which stands in for a title that is left out. */
  name: string;
  errors: FieldErrors;
  onChange: (change: Partial<Wording>) => void;
  autoFocus?: boolean;
};

/** The fields both forms have: title, description, suggestions and the restriction to them. */
export function WordingFields({ form, name, errors, onChange, autoFocus }: WordingFieldsProps) {
  return (
    <>
      <TextField
        label="Title"
        description="Optional. The name people read in rules and events; the API name if left empty."
        placeholder={name}
        value={form.title}
        onChange={(title) => onChange({ title })}
        error={errors('/title')}
        autoFocus={autoFocus ?? false}
      />
      <TextArea
        label="Description"
        description="Optional. What it means, for whoever writes the next rule."
        rows={2}
        value={form.description}
        onChange={(description) => onChange({ description })}
        error={errors('/description')}
      />
      <TagField
        label="Suggestions"
        description="Optional. Values offered when one is typed; Enter adds one."
        values={form.suggestions}
        onChange={(suggestions) => onChange({ suggestions })}
        error={errors('/suggestions')}
        errorAt={(index) => errors(`/suggestions/${index}`)}
      />
      <div>
        <Switch
          label="Restricted by suggestions"
          isSelected={form.isRestricted}
          onChange={(isRestricted) => onChange({ isRestricted })}
        />
        <p className="m-0 text-sm text-ink-3">
          {form.isRestricted
            ? 'Only the suggested values are accepted; a request with any other is refused.'
            : 'Any value of the type is accepted.'}
        </p>
      </div>
    </>
  );
}
