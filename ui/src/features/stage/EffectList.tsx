import {
  BadgePercent,
  Bell,
  Gift,
  type LucideIcon,
  PenLine,
  Sparkles,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { EffectView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Money } from '../../kit/Money';
import { Tag } from '../../kit/Tag';
import { NotificationCard } from './NotificationCard';

export type EffectListProps = {
  effects: readonly EffectView[];
  currency: string;
  /** Without it there is nothing to explain, and no button. */
  onWhy?: (effect: EffectView) => void;
};

/** Effects as sentences, each with where it comes from. */
export function EffectList({ effects, currency, onWhy }: EffectListProps) {
  return (
    <ul aria-label="Effects" className="m-0 list-none p-0">
      {effects.map((effect, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same effect may be given to several units
        <li key={index} className="border-line border-b px-3 py-1.5 last:border-b-0">
          <EffectRow effect={effect} currency={currency} {...(onWhy ? { onWhy: () => onWhy(effect) } : {})} />
        </li>
      ))}
    </ul>
  );
}

function EffectRow({
  effect,
  currency,
  onWhy,
}: {
  effect: EffectView;
  currency: string;
  onWhy?: () => void;
}) {
  const Icon = iconOf(effect);
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden size={14} className="mt-[3px] shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <span className="min-w-0 break-words">{effect.sentence}</span>
          {effect.amount === null ? null : (
            <span className="font-medium">
              <Money amount={effect.amount} currency={currency} />
            </span>
          )}
        </div>
        {effect.effectType === 'showNotification' ? <NotificationCard props={effect.props} /> : null}
        <div className="flex items-center gap-2 text-sm text-ink-3">
          <span className="min-w-0 break-words">
            {effect.campaignName} · {effect.ruleName}
          </span>
          {effect.onFailure ? <Tag tone="warn">given because a rule was not met</Tag> : null}
          <span className="flex-1" />
          {onWhy ? (
            <Button size="small" tone="quiet" onPress={onWhy} label={`Why? ${effect.sentence}`}>
              Why?
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Whether an effect takes back an earlier one. */
export function isRollback({ effectType }: EffectView): boolean {
  return effectType.startsWith('rollback');
}

/** A shape for each family of effect types; unknown ones share one. */
function iconOf(effect: EffectView): LucideIcon {
  const { effectType } = effect;
  if (isRollback(effect)) return Undo2;
  if (effectType.startsWith('setDiscount')) return BadgePercent;
  return icons[effectType] ?? Sparkles;
}

const icons: Readonly<Record<string, LucideIcon>> = {
  showNotification: Bell,
  addFreeItem: Gift,
  updateAttribute: PenLine,
  error: TriangleAlert,
};
