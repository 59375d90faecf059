import { CalendarClock, Group, ListFilter, PiggyBank, Plus, Ticket } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../kit/Button';
import { Menu, type MenuEntry } from '../../kit/Menu';
import type { Json } from '../../lib/json';
import { AttributeCondition } from './AttributeCondition';
import { BudgetCondition } from './BudgetCondition';
import { addBlock, blocksAt } from './blockEdits';
import { CouponCondition } from './CouponCondition';
import type { Block } from './document';
import { isEffect, readBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { EventCondition } from './EventCondition';
import { focusRow } from './focusRow';
import { GroupCondition } from './GroupCondition';
import { newBudgetCheck, newCondition, newCouponCheck, newEventCheck, newGroup } from './templates';
import { UnknownBlock } from './UnknownBlock';

/** Where a condition stands: which event's attributes it may read, and whether there is an item to read. */
export type ConditionPlace = { eventType?: string | undefined; isItem?: boolean };

export type ConditionListProps = {
  /** The list of blocks in the document. */
  pointer: string;
  place: ConditionPlace;
  /** The word between two rows. */
  joint: string;
  /** Whether events can be checked here too; not inside an event or an item list. */
  hasEvents?: boolean;
  /** What stands where *Add condition* would; `null` for nothing. */
  adder?: ReactNode;
};

/** The conditions of a list, one row each, and the button that adds one. */
export function ConditionList(props: ConditionListProps) {
  const { document } = useRuleEditor();
  const blocks = blocksAt(document as Json, props.pointer);
  const rows = blocks.map((block, index) => ({ block, index })).filter(({ block }) => !isEffect(block));
  return (
    <div className="flex flex-col">
      {rows.map(({ block, index }, row) => (
        <div key={index} className="flex items-start gap-2 py-1">
          <span
            className={`w-9 shrink-0 text-right text-sm text-ink-3 ${block.type === 'group' ? 'pt-3' : 'pt-1.5'}`}
          >
            {row === 0 ? '' : props.joint}
          </span>
          <div className="min-w-0 flex-1">
            <ConditionRow block={block} pointer={`${props.pointer}/${index}`} list={props} />
          </div>
        </div>
      ))}
      {props.adder === undefined ? (
        <div className="pl-11">
          <AddCondition {...props} />
        </div>
      ) : (
        props.adder
      )}
    </div>
  );
}

/** One condition by its kind; a condition inside it is in the same kind of list. */
export function ConditionRow({
  block,
  pointer,
  list,
}: {
  block: Block;
  pointer: string;
  list: ConditionListProps;
}) {
  const known = readBlock(block);
  switch (known?.type) {
    case 'group':
      return <GroupCondition block={known} raw={block} pointer={pointer} list={list} />;
    case 'checkAttribute':
      return <AttributeCondition block={known} raw={block} pointer={pointer} place={list.place} />;
    case 'checkEvent':
      return <EventCondition block={known} raw={block} pointer={pointer} />;
    case 'checkCoupon':
      return <CouponCondition block={known} raw={block} pointer={pointer} />;
    case 'checkBudget':
      return <BudgetCondition block={known} raw={block} pointer={pointer} />;
    default:
      return <UnknownBlock block={block} pointer={pointer} noun="condition" />;
  }
}

function AddCondition({ pointer, hasEvents, place: { isItem } }: ConditionListProps) {
  const { document, edit } = useRuleEditor();
  const add = (block: Block) => {
    focusRow(addBlock(document as Json, pointer, block).pointer);
    edit((before) => addBlock(before, pointer, block).document);
  };
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'attribute',
      label: 'Check attribute',
      icon: ListFilter,
      onPress: () => add(newCondition()),
    },
  ];
  if (hasEvents) {
    entries.push({
      kind: 'action',
      id: 'event',
      label: 'Check for event types',
      icon: CalendarClock,
      onPress: () => add(newEventCheck()),
    });
    entries.push({
      kind: 'action',
      id: 'coupon',
      label: 'Coupon code is valid',
      icon: Ticket,
      onPress: () => add(newCouponCheck()),
    });
  }
  if (!isItem) {
    entries.push({
      kind: 'action',
      id: 'budget',
      label: 'Budget is available',
      icon: PiggyBank,
      onPress: () => add(newBudgetCheck()),
    });
  }
  entries.push({
    kind: 'action',
    id: 'group',
    label: 'Group: all, at least one, none',
    icon: Group,
    onPress: () => add(newGroup()),
  });
  return (
    <Menu
      label="Kinds of conditions"
      entries={entries}
      trigger={
        <Button tone="quiet" size="small" icon={Plus}>
          Add condition
        </Button>
      }
    />
  );
}
