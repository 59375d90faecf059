import { Braces } from 'lucide-react';
import { useWorkspaceNow } from '../../api/clock';
import type { OperatorView, PathView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import { AttributePicker } from './AttributePicker';
import { BlockMenu } from './BlockMenu';
import type { ConditionPlace } from './ConditionList';
import type { Block, CheckAttributeBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { FailureNotice } from './FailureNotice';
import { NowMark } from './NowMark';
import { Operands } from './Operands';
import { freshCondition, withOperator } from './operandDefaults';
import { RowProblems } from './RowProblems';
import { comparisonText } from './sentences';
import { useBlock } from './useBlock';
import { findPath, operatorsOf, pathsFor } from './words';

export type AttributeConditionProps = {
  block: CheckAttributeBlock;
  raw: Block;
  pointer: string;
  place: ConditionPlace;
};

/** *Check attribute*: what, how, and with what it is compared. */
export function AttributeCondition({ block, raw, pointer, place }: AttributeConditionProps) {
  const { vocabulary, paths } = useRuleEditor();
  const row = useBlock(pointer);
  const now = useWorkspaceNow();
  const here = pathsFor(paths, place);
  const path = findPath(here, block.attribute);
  const operators = operatorsOf(vocabulary, path?.type);
  const choose = (chosen: PathView) =>
    row.replace(freshCondition(raw, chosen, operatorsOf(vocabulary, chosen.type), path?.type, now()));
  return (
    <div data-row={pointer}>
      <div className="flex min-w-0 items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <AttributePicker
            label="Attribute"
            value={block.attribute}
            paths={here}
            onChange={choose}
            className="!w-52"
          />
          {path ? (
            <OperatorSelect
              operators={operators}
              value={block.operator}
              onChange={(operator) => row.replace(withOperator(raw, path, operator, now()))}
            />
          ) : null}
          {path ? (
            <Operands block={block} path={path} operators={operators} paths={here} onChange={row.patch} />
          ) : (
            <OtherExpression block={block} pointer={pointer} />
          )}
          <NowMark pointer={pointer} />
        </div>
        <BlockMenu block={raw} pointer={pointer} noun="condition" canFail={!place.isItem} canGroup />
      </div>
      {block.attribute === '' ? null : <RowProblems pointer={pointer} />}
      <FailureNotice pointer={pointer} onFailure={raw.onFailure as Json | undefined} />
    </div>
  );
}

/** An expression instead of an attribute: said in words, edited as JSON. */
function OtherExpression({ block, pointer }: { block: CheckAttributeBlock; pointer: string }) {
  const { vocabulary, paths, showJson } = useRuleEditor();
  if (block.attribute === '') return <span className="text-sm text-ink-3">choose what to look at</span>;
  return (
    <>
      <span className="text-ink-2">{comparisonText(block, { vocabulary, paths })}</span>
      <Button size="small" tone="quiet" icon={Braces} onPress={() => showJson(pointer)}>
        Edit as JSON
      </Button>
    </>
  );
}

type OperatorSelectProps = {
  operators: readonly OperatorView[];
  value: string;
  onChange: (operator: OperatorView) => void;
};

function OperatorSelect({ operators, value, onChange }: OperatorSelectProps) {
  return (
    <Select
      hideLabel
      label="Operator"
      value={operators.some((operator) => operator.name === value) ? value : null}
      placeholder={value || 'how'}
      onChange={(name) => {
        const operator = operators.find((candidate) => candidate.name === name);
        if (operator) onChange(operator);
      }}
      choices={operators.map((operator) => ({ id: operator.name, label: operator.label }))}
      className="w-40"
    />
  );
}
