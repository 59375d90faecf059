import { type AttributeTexts, unsetText } from '../lib/attributeText';
import { AttributeField, type EditedAttribute } from './AttributeField';

export type AttributeFieldsProps = {
  attributes: readonly EditedAttribute[];
  texts: AttributeTexts;
  onChange: (texts: AttributeTexts) => void;
  /** What is wrong with the attribute of that API name, if anything. */
  errorAt: (name: string) => string | undefined;
  isReadOnly?: boolean;
  columns?: 1 | 2;
};

/** All attributes of one thing, each with the editor of its type. */
export function AttributeFields(props: AttributeFieldsProps) {
  const { attributes, texts, onChange, errorAt, columns = 2 } = props;
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
            error={errorAt(name)}
            isReadOnly={props.isReadOnly ?? false}
          />
        );
      })}
    </div>
  );
}
