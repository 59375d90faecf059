import { Bell, Gift, Percent, Plus, Send, SquarePen, TicketCheck, TicketPlus } from 'lucide-react';
import { Button } from '../../kit/Button';
import { Menu, type MenuEntry } from '../../kit/Menu';
import type { Json } from '../../lib/json';
import { AttributeEffect } from './AttributeEffect';
import { BlockMenu } from './BlockMenu';
import { addBlock, blocksAt } from './blockEdits';
import { CreateCouponEffect, ReserveCouponEffect } from './CouponEffect';
import { CustomEffect } from './CustomEffect';
import { DiscountEffect } from './DiscountEffect';
import type { Block } from './document';
import { isEffect, readBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { EffectPreview } from './EffectPreview';
import { FreeItemEffect } from './FreeItemEffect';
import { focusRow } from './focusRow';
import { NotificationFields } from './NotificationFields';
import { RowProblems } from './RowProblems';
import {
  newAttributeUpdate,
  newCouponCreation,
  newCustomEffect,
  newDiscount,
  newFreeItem,
  newNotification,
  newReservation,
} from './templates';
import { UnknownBlock } from './UnknownBlock';

/** The effects of a rule, one card each, and the button that adds one. */
export function EffectList({ pointer, ruleIndex }: { pointer: string; ruleIndex: number }) {
  const { document } = useRuleEditor();
  const rows = blocksAt(document as Json, pointer)
    .map((block, index) => ({ block, place: `${pointer}/${index}` }))
    .filter(({ block }) => isEffect(block));
  return (
    <div className="flex flex-col gap-2">
      {rows.map(({ block, place }) => (
        <EffectRow key={place} block={block} pointer={place} ruleIndex={ruleIndex} />
      ))}
      <div>
        <AddEffect pointer={pointer} />
      </div>
    </div>
  );
}

function EffectRow({ block, pointer, ruleIndex }: { block: Block; pointer: string; ruleIndex: number }) {
  const known = readBlock(block);
  const frame = 'rounded-md border border-line bg-canvas px-2.5 py-2';
  if (
    known === null ||
    known.type === 'group' ||
    known.type === 'checkAttribute' ||
    known.type === 'checkEvent' ||
    known.type === 'checkCoupon' ||
    known.type === 'checkBudget'
  ) {
    return (
      <div className={frame}>
        <UnknownBlock block={block} pointer={pointer} noun="effect" />
      </div>
    );
  }
  const { icon: Icon, title } = effectKinds[known.type];
  return (
    <div data-row={pointer} className={frame}>
      <div className="flex min-w-0 items-center gap-2 pb-1.5">
        <Icon aria-hidden size={14} className="shrink-0 text-accent" />
        <span className="shrink-0 font-medium">{title}</span>
        <EffectPreview block={known} ruleIndex={ruleIndex} />
        <BlockMenu block={block} pointer={pointer} noun="effect" />
      </div>
      <EffectForm block={known} pointer={pointer} />
      <RowProblems pointer={pointer} />
    </div>
  );
}

export type EffectBlock = Exclude<
  NonNullable<ReturnType<typeof readBlock>>,
  { type: 'group' | 'checkAttribute' | 'checkEvent' | 'checkCoupon' | 'checkBudget' }
>;

const effectKinds = {
  awardDiscount: { icon: Percent, title: 'Discount', make: newDiscount },
  awardItem: { icon: Gift, title: 'Free item', make: newFreeItem },
  showNotification: { icon: Bell, title: 'Show notification', make: newNotification },
  updateAttributeValue: { icon: SquarePen, title: 'Update attribute', make: newAttributeUpdate },
  triggerCustomEffect: { icon: Send, title: 'Custom effect', make: newCustomEffect },
  createCoupon: { icon: TicketPlus, title: 'Create coupon', make: newCouponCreation },
  reserveCoupon: { icon: TicketCheck, title: 'Reserve coupon', make: newReservation },
};

function EffectForm({ block, pointer }: { block: EffectBlock; pointer: string }) {
  switch (block.type) {
    case 'awardDiscount':
      return <DiscountEffect block={block} pointer={pointer} />;
    case 'awardItem':
      return <FreeItemEffect block={block} pointer={pointer} />;
    case 'showNotification':
      return <NotificationFields block={block} pointer={pointer} />;
    case 'updateAttributeValue':
      return <AttributeEffect block={block} pointer={pointer} />;
    case 'triggerCustomEffect':
      return <CustomEffect block={block} pointer={pointer} />;
    case 'createCoupon':
      return <CreateCouponEffect block={block} pointer={pointer} />;
    case 'reserveCoupon':
      return <ReserveCouponEffect />;
  }
}

function AddEffect({ pointer }: { pointer: string }) {
  const { document, edit } = useRuleEditor();
  const add = (block: Block) => {
    focusRow(addBlock(document as Json, pointer, block).pointer);
    edit((before) => addBlock(before, pointer, block).document);
  };
  const entries = Object.entries(effectKinds).map(
    ([id, kind]): MenuEntry => ({
      kind: 'action',
      id,
      label: kind.title,
      icon: kind.icon,
      onPress: () => add(kind.make()),
    }),
  );
  return (
    <Menu
      label="Kinds of effects"
      entries={entries}
      trigger={
        <Button tone="quiet" size="small" icon={Plus}>
          Add effect
        </Button>
      }
    />
  );
}
