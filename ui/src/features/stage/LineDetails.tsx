import type { AttributeView } from '../../api/types';
import { AttributeFields } from '../../kit/AttributeFields';
import { NumberField } from '../../kit/NumberField';
import { TextField } from '../../kit/TextField';
import { CostsFields, errorOf } from './CostsFields';
import { errorsUnder, type FieldErrors } from './fieldErrors';
import type { LineForm } from './sessionForm';

export type LineDetailsProps = {
  attributes: readonly AttributeView[];
  line: LineForm;
  errors: FieldErrors;
  onChange: (line: LineForm) => void;
  isReadOnly: boolean;
};

/** What a line has beyond its columns: product, costs, weight and size, attributes. */
export function LineDetails({ attributes, line, errors, onChange, isReadOnly }: LineDetailsProps) {
  return (
    <tr>
      <td colSpan={7} className="border-line border-b bg-sunken px-8 py-2">
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="Product"
            description="The product this SKU belongs to."
            value={line.product}
            onChange={(product) => onChange({ ...line, product })}
            isReadOnly={isReadOnly}
            {...errorOf(errors.within('/product'))}
          />
          <CostsFields
            costs={line.costs}
            onChange={(costs) => onChange({ ...line, costs })}
            errors={errorsUnder(errors, '/additionalCosts')}
            isReadOnly={isReadOnly}
          />
        </div>
        <MeasureFields line={line} errors={errors} onChange={onChange} isReadOnly={isReadOnly} />
        {attributes.length > 0 ? (
          <AttributeFields
            attributes={attributes}
            texts={line.attributes}
            onChange={(texts) => onChange({ ...line, attributes: texts })}
            errorAt={(name) => errors.within(`/attributes/${name}`)}
            isReadOnly={isReadOnly}
          />
        ) : (
          <p className="m-0 pt-1 text-sm text-ink-3">
            Cart items have no attributes yet. Create one in the Dictionary, and it appears here.
          </p>
        )}
      </td>
    </tr>
  );
}

const measures = [
  ['weight', 'Weight (g)'],
  ['height', 'Height (mm)'],
  ['width', 'Width (mm)'],
  ['length', 'Length (mm)'],
] as const;

/** Weight and size of one unit. */
function MeasureFields({ line, errors, onChange, isReadOnly }: Omit<LineDetailsProps, 'attributes'>) {
  return (
    <div className="grid grid-cols-4 gap-3 py-2">
      {measures.map(([name, label]) => (
        <NumberField
          key={name}
          label={label}
          value={line.measures[name]}
          onChange={(text) => onChange({ ...line, measures: { ...line.measures, [name]: text } })}
          isReadOnly={isReadOnly}
          {...errorOf(errors.within(`/${name}`))}
        />
      ))}
    </div>
  );
}
