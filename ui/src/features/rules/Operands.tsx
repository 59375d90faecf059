import type { OperatorView, PathView } from '../../api/types';
import type { Json } from '../../lib/json';
import type { CheckAttributeBlock } from './document';
import { OperandField } from './OperandField';
import { fieldsOfShape, operandType } from './words';

export type OperandsProps = {
  block: CheckAttributeBlock;
  path: PathView;
  operators: readonly OperatorView[];
  paths: readonly PathView[];
  onChange: (fields: Record<string, Json>) => void;
};

const fieldNames = {
  value: 'Value',
  min: 'Least',
  max: 'Most',
  start: 'Start',
  end: 'End',
  values: 'Values',
  count: 'How many',
};

/** The values an operator compares with: none, one, two ends, or a list. */
export function Operands({ block, path, operators, paths, onChange }: OperandsProps) {
  const operator = operators.find((candidate) => candidate.name === block.operator);
  if (!operator) return null;
  const fields = fieldsOfShape[operator.operands];
  const joint = operator.operands === 'listAndCount' ? 'of' : 'and';
  return fields.map((field, index) => (
    <span key={field} className="contents">
      {index > 0 ? <span className="text-sm text-ink-3">{joint}</span> : null}
      <OperandField
        label={fieldNames[field]}
        type={field === 'count' ? 'number' : operandType(path.type)}
        isList={field === 'values' || (field === 'value' && operator.operands === 'values')}
        value={block[field]}
        onChange={(value) => onChange({ [field]: value })}
        suggestions={path.suggestions}
        paths={paths}
      />
    </span>
  ));
}
