import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** One sentence: what would be here, and how it comes to be. */
  sentence: string;
  /** The one button that fills the place. */
  action?: ReactNode;
};

/** What a place shows while it has nothing to show. */
export function EmptyState({ icon: Icon, title, sentence, action }: EmptyStateProps) {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-1 p-6 text-center">
      <Icon aria-hidden size={24} strokeWidth={1.5} className="mb-2 text-ink-3" />
      <p className="m-0 text-base font-semibold">{title}</p>
      <p className="m-0 max-w-96 text-base text-ink-2">{sentence}</p>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
