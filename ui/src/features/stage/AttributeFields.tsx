import type { AttributeView } from '../../api/types';
import { AttributeField } from './AttributeField';
import { type AttributeTexts, unsetText } from './attributeText';
import type { FieldErrors } from './fieldErrors';

export type AttributeFieldsProps = {
  attributes: readonly AttributeView[];
  texts: AttributeTexts;
  onChange: (texts: AttributeTexts) => void;
  /** By pointers that begin with the attribute's name, such as `/url`. */
  errors: FieldErrors;
  isReadOnly?: boolean;
  columns?: 1 | 2;
};

/** All attributes of one thing, each with the editor of its type. */
export function AttributeFields(props: AttributeFieldsProps) {
  const { attributes, texts, onChange, errors, columns = 2 } = props;
  return (
    <div className={`grid gap-x-3 gap-y-2 py-1 ${columns === 2 ? 'grid-cols-2' : 'grid-cols-1'}`}>
      {attributes.map((attribute) => {
        const { name, type } = attribute;
        const current = texts[name] ?? unsetText(type);
        return (
          <AttributeField
            key={name}
            attribute={attribute}
            text={current.text}
            onChange={(text) => onChange({ ...texts, [name]: { type, text } })}
            error={errors.within(`/${name}`)}
            isReadOnly={props.isReadOnly ?? false}
          />
        );
      })}
    </div>
  );
}
