import { Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks: Record<'info' | 'warn', { icon: LucideIcon; look: string; ink: string }> = {
  info: { icon: Info, look: 'border-line bg-sunken', ink: 'text-info' },
  warn: { icon: TriangleAlert, look: 'border-line bg-warn-soft', ink: 'text-warn' },
};

/** A remark beside the work: what is our own choice, what to watch. */
export function Note({ tone = 'info', children }: { tone?: 'info' | 'warn'; children: ReactNode }) {
  const { icon: Icon, look, ink } = looks[tone];
  return (
    <div className={`flex items-start gap-2 rounded-md border px-3 py-2 text-ink-2 ${look}`}>
      <Icon aria-hidden size={14} className={`mt-[3px] shrink-0 ${ink}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
