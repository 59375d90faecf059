import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import { BlockMenu } from './BlockMenu';
import { ConditionList, type ConditionListProps } from './ConditionList';
import type { Block, GroupBlock } from './document';
import { FailureNotice } from './FailureNotice';
import { NowMark } from './NowMark';
import { RowProblems } from './RowProblems';
import { useBlock } from './useBlock';

export const groupChoices = [
  { id: 'all', label: 'all of' },
  { id: 'atLeastOne', label: 'at least one of' },
  { id: 'none', label: 'none of' },
];

const joints = { all: 'and', atLeastOne: 'or', none: 'nor' };

export type GroupConditionProps = {
  block: GroupBlock;
  raw: Block;
  pointer: string;
  list: ConditionListProps;
};

/** A group: all, at least one, or none of the conditions inside. */
export function GroupCondition({ block, raw, pointer, list }: GroupConditionProps) {
  const row = useBlock(pointer);
  return (
    <div data-row={pointer} className="rounded-md border border-line bg-canvas py-1.5 pr-1.5 pl-2">
      <div className="flex min-w-0 items-center gap-2 pb-1">
        <Select
          hideLabel
          label="Group"
          value={block.operator}
          onChange={(operator) => row.patch({ operator })}
          choices={groupChoices}
          className="w-36"
        />
        <span className="text-sm text-ink-3">these</span>
        <span className="flex min-w-0 flex-1 justify-end">
          <NowMark pointer={pointer} />
        </span>
        <BlockMenu block={raw} pointer={pointer} noun="group" canFail={!list.place.isItem} />
      </div>
      <ConditionList
        {...list}
        adder={undefined}
        pointer={`${pointer}/blocks`}
        joint={joints[block.operator]}
      />
      <RowProblems pointer={pointer} />
      <FailureNotice pointer={pointer} onFailure={raw.onFailure as Json | undefined} />
    </div>
  );
}
