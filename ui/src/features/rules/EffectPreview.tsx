import { CircleCheck, CircleDashed } from 'lucide-react';
import type { EffectView } from '../../api/types';
import { countOf } from '../../lib/text';
import { useRuleEditor } from './EditorContext';
import type { EffectBlock } from './EffectList';

/** What the effect would give in the chosen session now. */
export function EffectPreview({ block, ruleIndex }: { block: EffectBlock; ruleIndex: number }) {
  const { effects, rules } = useRuleEditor();
  const rule = rules.find((candidate) => candidate.index === ruleIndex);
  if (!rule) return <span className="flex-1" />;
  const given = effects.filter((effect) => effect.ruleIndex === ruleIndex && isFrom(effect, block));
  const [first] = given;
  if (rule.verdict !== 'fired' || !first) {
    return (
      <span className="flex min-w-0 flex-1 items-center justify-end gap-1.5 text-sm text-ink-3">
        <CircleDashed aria-hidden size={13} className="shrink-0" />
        <span className="truncate">not given now</span>
      </span>
    );
  }
  const text =
    given.length === 1 ? first.sentence : `${countOf(given.length, 'effect')}: ${first.sentence} …`;
  return (
    <span
      className="flex min-w-0 flex-1 items-center justify-end gap-1.5 text-sm text-good"
      title={given.map((effect) => effect.sentence).join('\n')}
    >
      <CircleCheck aria-hidden size={13} className="shrink-0" />
      <span className="truncate">
        <span className="font-medium">now:</span> {text}
      </span>
    </span>
  );
}

const effectTypes: Record<EffectBlock['type'], readonly string[]> = {
  awardDiscount: [
    'setDiscount',
    'setDiscountPerItem',
    'setDiscountPerAdditionalCost',
    'setDiscountPerAdditionalCostPerItem',
  ],
  awardItem: ['addFreeItem'],
  showNotification: ['showNotification'],
  updateAttributeValue: ['updateAttribute'],
  triggerCustomEffect: ['customEffect'],
  createCoupon: ['couponCreated'],
  reserveCoupon: ['reserveCoupon'],
};

/** Effects do not say which block they are from; their type and their name do, where names differ. */
function isFrom(effect: EffectView, block: EffectBlock): boolean {
  if (effect.onFailure || !effectTypes[block.type].includes(effect.effectType)) return false;
  const wanted = nameOf(block);
  if (wanted === null || wanted.includes('{{')) return true;
  return effect.props.some((prop) => prop.value === wanted || prop.value.startsWith(`${wanted}#`));
}

function nameOf(block: EffectBlock): string | null {
  switch (block.type) {
    case 'awardDiscount':
      return block.name;
    case 'awardItem':
      return block.sku;
    case 'showNotification':
      return block.title;
    case 'triggerCustomEffect':
      return block.customEffect.name;
    case 'createCoupon':
    case 'reserveCoupon':
    case 'updateAttributeValue':
      return null;
  }
}
