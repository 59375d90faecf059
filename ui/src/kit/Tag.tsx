import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { tv } from 'tailwind-variants';

/** What a colour says; always together with a shape or a word. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info';

export const toneLook = tv({
  base: 'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap',
  variants: {
    tone: {
      neutral: 'bg-sunken text-ink-2',
      accent: 'bg-accent-soft text-accent',
      good: 'bg-good-soft text-good',
      warn: 'bg-warn-soft text-warn',
      bad: 'bg-bad-soft text-bad',
      info: 'bg-info-soft text-info',
    },
  },
  defaultVariants: { tone: 'neutral' },
});

export type TagProps = {
  children: ReactNode;
  tone?: Tone;
  icon?: LucideIcon;
  isCode?: boolean;
  title?: string;
};

/** A short label on a soft ground: a code, a type, a count. */
export function Tag({ children, tone, icon: Icon, isCode, title }: TagProps) {
  return (
    <span title={title} className={toneLook({ tone, class: isCode ? 'font-mono' : '' })}>
      {Icon ? <Icon aria-hidden size={12} className="shrink-0" /> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}
