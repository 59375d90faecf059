import { type ReactNode, useId } from 'react';
import { formatCount } from '../../lib/text';

export type PageSectionProps = { title: string; count?: number; note?: string; children: ReactNode };

/** A titled part of a page, with how many rows it has. */
export function PageSection({ title, count, note, children }: PageSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="pt-4">
      <header className="flex items-baseline gap-2 px-3 pb-1">
        <h3 id={titleId} className="m-0 text-base font-semibold">
          {title}
        </h3>
        {count === undefined ? null : <span className="text-sm text-ink-3">{formatCount(count)}</span>}
        {note ? <span className="text-sm text-ink-3">{note}</span> : null}
      </header>
      {children}
    </section>
  );
}
