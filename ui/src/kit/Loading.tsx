import { LoaderCircle } from 'lucide-react';

/** A place that is being filled. */
export function Loading({ label = 'Loading…' }: { label?: string }) {
  return (
    <div role="status" className="flex h-full min-h-20 items-center justify-center gap-2 text-ink-3">
      <LoaderCircle aria-hidden size={14} className="animate-spin" />
      {label}
    </div>
  );
}
