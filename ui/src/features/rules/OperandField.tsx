import { SquareFunction } from 'lucide-react';
import type { PathView } from '../../api/types';
import { DateTimeField } from '../../kit/DateTimeField';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import { SuggestField } from '../../kit/SuggestField';
import { TextField } from '../../kit/TextField';
import { isDecimalText } from '../../lib/decimal';
import type { Json } from '../../lib/json';
import { FormulaField } from './FormulaField';
import { formulaIn } from './formula';
import { ListField } from './ListField';
import { useTyped } from './useTyped';

export type OperandFieldProps = {
  label: string;
  /** The vendor's name of one value's type: `string`, `number`, `boolean`, `time`, `location`. */
  type: string;
  isList?: boolean;
  value: Json | undefined;
  onChange: (value: Json) => void;
  suggestions: readonly string[];
  /** What a formula here may read. */
  paths: readonly PathView[];
};

/** A value to compare with, edited by its type, or a formula instead. */
export function OperandField(props: OperandFieldProps) {
  const isFormula = formulaIn(props.value) !== null;
  return (
    <span className={`flex min-w-0 items-center gap-1 ${props.isList || isFormula ? 'flex-1' : ''}`}>
      {isFormula ? (
        <FormulaField
          hideLabel
          label={props.label}
          value={String(props.value)}
          onChange={props.onChange}
          paths={props.paths}
          className="min-w-44 flex-1"
        />
      ) : (
        <PlainOperand {...props} />
      )}
      <IconButton
        label={isFormula ? `Use a plain value for ${props.label}` : `Use a formula for ${props.label}`}
        icon={SquareFunction}
        isPressed={isFormula}
        onPress={() => props.onChange(isFormula ? plainOf(props) : asFormula(props.value))}
      />
    </span>
  );
}

function PlainOperand(props: OperandFieldProps) {
  if (props.isList) {
    return (
      <ListField
        label={props.label}
        values={Array.isArray(props.value) ? props.value : []}
        onChange={props.onChange}
        read={(text) => readScalar(text, props.type)}
        suggestions={props.suggestions}
      />
    );
  }
  if (props.type === 'boolean') return <TruthField {...props} />;
  if (props.type === 'time') {
    return (
      <DateTimeField
        hideLabel
        label={props.label}
        value={typeof props.value === 'string' ? props.value : ''}
        onChange={props.onChange}
        className="w-48"
      />
    );
  }
  return <ScalarField {...props} />;
}

function TruthField({ label, value, onChange }: OperandFieldProps) {
  return (
    <Select
      hideLabel
      label={label}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(id) => onChange(id === 'true')}
      choices={[
        { id: 'true', label: 'true' },
        { id: 'false', label: 'false' },
      ]}
      className="w-24"
    />
  );
}

function ScalarField({ label, type, value, onChange, suggestions }: OperandFieldProps) {
  const [text, setText] = useTyped(value, writeScalar, (typed) => readScalar(typed, type));
  const isNumber = type === 'number';
  const common = {
    label,
    hideLabel: true,
    value: text,
    onChange: (typed: string) => onChange(setText(typed)),
  };
  if (!isNumber && suggestions.length > 0) {
    return <SuggestField {...common} suggestions={suggestions} className="w-48" />;
  }
  return (
    <TextField
      {...common}
      isFigure={isNumber}
      inputMode={isNumber ? 'decimal' : 'text'}
      placeholder={isNumber ? '0' : 'value'}
      className={isNumber ? 'w-24' : 'w-48'}
    />
  );
}

function writeScalar(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Text as a value of the type; text that is none is kept, for the host to say what would be right. */
export function readScalar(text: string, type: string): Json {
  const trimmed = text.trim();
  if (type === 'number' && isDecimalText(trimmed)) return Number(trimmed);
  if (type === 'boolean' && (trimmed === 'true' || trimmed === 'false')) return trimmed === 'true';
  if (type === 'location' && trimmed.startsWith('{')) return objectIn(trimmed);
  return text;
}

function objectIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function asFormula(value: Json | undefined): string {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (isPlain) return `{{ ${value} }}`;
  return typeof value === 'string' && value !== '' ? `{{ ${JSON.stringify(value)} }}` : '{{  }}';
}

function plainOf({ value, isList, type }: OperandFieldProps): Json {
  const inside = formulaIn(value) ?? '';
  if (isList) return [];
  const unquoted = /^"([^"\\]*)"$/.exec(inside)?.[1] ?? '';
  return readScalar(isDecimalText(inside) ? inside : unquoted, type);
}
