import { type AttributeText, elementType } from '../lib/attributeText';
import { DateTimeField } from './DateTimeField';
import { NumberField } from './NumberField';
import { Select } from './Select';
import { SuggestField } from './SuggestField';
import { TextField } from './TextField';
import { TokensField } from './TokensField';

/** A definition, as far as its editor needs it. */
export type EditedAttribute = {
  name: string;
  title: string;
  type: string;
  description: string;
  suggestions: readonly string[];
  restrictedBySuggestions: boolean;
};

export type AttributeFieldProps = {
  attribute: EditedAttribute;
  text: AttributeText['text'];
  onChange: (text: AttributeText['text']) => void;
  error?: string | undefined;
  isReadOnly?: boolean;
};

/** One attribute by its type: restricted ones choose, others offer their suggestions. */
export function AttributeField(props: AttributeFieldProps) {
  const { attribute, text, onChange, isReadOnly = false } = props;
  if (typeof text !== 'string') {
    return (
      <TokensField
        label={attribute.title}
        values={text}
        onChange={onChange}
        suggestions={attribute.suggestions}
        isRestricted={attribute.restrictedBySuggestions}
        placeholder={`Add a ${elementType(attribute.type) ?? 'value'}, then Enter`}
        {...(attribute.description ? { description: attribute.description } : {})}
        error={props.error}
        isReadOnly={isReadOnly}
      />
    );
  }
  return <SingleField {...props} text={text} isReadOnly={isReadOnly} />;
}

type SingleFieldProps = AttributeFieldProps & { text: string; isReadOnly: boolean };

function SingleField({ attribute, text, onChange, error, isReadOnly }: SingleFieldProps) {
  const { type, suggestions } = attribute;
  const common = {
    label: attribute.title,
    value: text,
    onChange: (next: string) => onChange(next),
    ...(attribute.description ? { description: attribute.description } : {}),
    ...(error ? { error } : {}),
    isReadOnly,
  };
  const choices = choicesOf(attribute);
  if (choices) {
    const all = [{ id: unset, label: 'Not set' }, ...choices.map((id) => ({ id, label: labelOf(type, id) }))];
    return (
      <Select
        {...common}
        value={text === '' ? unset : text}
        onChange={(id) => onChange(id === unset ? '' : id)}
        choices={all}
        isDisabled={isReadOnly}
      />
    );
  }
  if (type === 'time') return <DateTimeField {...common} />;
  if (suggestions.length > 0)
    return <SuggestField {...common} suggestions={suggestions} isDisabled={isReadOnly} />;
  if (type === 'number') return <NumberField {...common} isFigure={false} />;
  return <TextField {...common} placeholder={type === 'location' ? 'Latitude, longitude' : ''} />;
}

const unset = '\nunset';

/** The only values there are; `null` where anything of the type may be written. */
function choicesOf({
  type,
  suggestions,
  restrictedBySuggestions,
}: EditedAttribute): readonly string[] | null {
  if (restrictedBySuggestions) return suggestions;
  return type === 'boolean' ? ['true', 'false'] : null;
}

function labelOf(type: string, value: string): string {
  if (type !== 'boolean') return value;
  return value === 'true' ? 'Yes' : 'No';
}
