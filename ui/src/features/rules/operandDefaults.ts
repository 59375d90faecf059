import type { OperatorView, PathView } from '../../api/types';
import type { Json } from '../../lib/json';
import type { Block } from './document';
import { fieldsOfShape, operandFields, operandType } from './words';

type Field = (typeof operandFields)[number];

/**
 * The condition with another attribute; operator and operands stay when the type stays. `now` is the workspace's
 * time, from which a first date is chosen.
 */
export function freshCondition(
  block: Block,
  path: PathView,
  operators: readonly OperatorView[],
  typeBefore: string | undefined,
  now: string,
): Block {
  const isSameType = typeBefore === path.type;
  const kept = operators.find((operator) => operator.name === block.operator);
  if (isSameType && kept) return { ...block, attribute: path.path };
  const operator = favourite(operators) ?? kept;
  const bare = withoutOperands(block);
  return operator
    ? withOperator({ ...bare, attribute: path.path }, path, operator, now)
    : { ...bare, attribute: path.path };
}

/** The condition with another operator; operands it also reads are kept, others get a first value. */
export function withOperator(block: Block, path: PathView, operator: OperatorView, now: string): Block {
  const next: Block = { ...withoutOperands(block), operator: operator.name };
  for (const field of fieldsOfShape[operator.operands]) {
    const before = block[field];
    const wanted = firstValue(field, path, operator, now);
    const fits = before !== undefined && Array.isArray(before) === Array.isArray(wanted);
    next[field] = fits ? before : wanted;
  }
  return next;
}

/** The operator a new condition starts with: for numbers mostly a threshold is meant. */
function favourite(operators: readonly OperatorView[]): OperatorView | undefined {
  return operators.find((operator) => operator.name === 'greaterThanOrEqual') ?? operators[0];
}

function withoutOperands(block: Block): Block {
  const others = Object.entries(block).filter(
    ([field]) => !operandFields.some((operand) => operand === field),
  );
  return Object.fromEntries(others) as Block;
}

function firstValue(field: Field, path: PathView, { operands }: OperatorView, now: string): Json {
  if (field === 'count') return 1;
  if (field === 'values' || operands === 'values') return [];
  const type = operandType(path.type);
  if (type === 'number') return 0;
  if (type === 'boolean') return true;
  if (type === 'time') return startOfTomorrow(now);
  return path.suggestions[0] ?? '';
}

function startOfTomorrow(now: string): string {
  const day = new Date(Date.parse(now) + 86_400_000);
  return `${day.toISOString().slice(0, 10)}T00:00:00Z`;
}
