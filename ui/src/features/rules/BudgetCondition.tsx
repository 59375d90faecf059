import { Segmented } from '../../kit/Segmented';
import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import { BlockMenu } from './BlockMenu';
import type { Block, CheckBudgetBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { FailureNotice } from './FailureNotice';
import { FigureField } from './FigureField';
import { FormulaField } from './FormulaField';
import { formulaIn, formulaValue } from './formula';
import { NowMark } from './NowMark';
import { RowProblems } from './RowProblems';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

const questions = [
  { id: 'available', label: 'is available' },
  { id: 'enoughFor', label: 'is enough for' },
];

export type BudgetConditionProps = { block: CheckBudgetBlock; raw: Block; pointer: string };

/** *Budget is available*: whether anything, or so much, is left of the campaign's budgets. */
export function BudgetCondition({ block, raw, pointer }: BudgetConditionProps) {
  const { vocabulary } = useRuleEditor();
  const row = useBlock(pointer);
  const ask = (operator: string) =>
    row.patch({ operator, value: operator === 'enoughFor' ? (block.value ?? 10) : undefined });
  return (
    <div data-row={pointer}>
      <div className="flex min-w-0 items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <span className="text-ink-2">The budget for</span>
          <Select
            hideLabel
            label="What the budget limits"
            value={block.action}
            onChange={(action) => row.patch({ action })}
            choices={vocabulary.budgets.actions.map(({ name, title }) => ({
              id: name,
              label: title.toLowerCase(),
            }))}
            className="w-48"
          />
          <Select
            hideLabel
            label="What is asked of the budget"
            value={block.operator}
            onChange={ask}
            choices={questions}
            className="w-36"
          />
          {block.operator === 'enoughFor' ? <Needed block={block} pointer={pointer} /> : null}
          <NowMark pointer={pointer} />
        </div>
        <BlockMenu block={raw} pointer={pointer} noun="condition" canFail canGroup />
      </div>
      <RowProblems pointer={pointer} />
      <FailureNotice pointer={pointer} onFailure={raw.onFailure as Json | undefined} />
    </div>
  );
}

const kinds = [
  { id: 'figure', label: 'Amount' },
  { id: 'formula', label: 'Formula' },
];

function Needed({ block, pointer }: { block: CheckBudgetBlock; pointer: string }) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const formula = formulaIn(block.value ?? null);
  return (
    <>
      <Segmented
        label="How much is needed"
        value={formula === null ? 'figure' : 'formula'}
        onChange={(kind) => row.patch({ value: kind === 'formula' ? formulaValue('$Session.Total') : 10 })}
        choices={kinds}
      />
      {formula === null ? (
        <FigureField label="Value" value={block.value} onChange={(value) => row.patch({ value })} />
      ) : (
        <FormulaField
          hideLabel
          label="Formula"
          value={String(block.value)}
          onChange={(value) => row.patch({ value })}
          paths={pathsFor(paths, {})}
          className="min-w-48 flex-1"
        />
      )}
    </>
  );
}
