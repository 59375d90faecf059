import { Bookmark } from 'lucide-react';
import { useEventsView } from './view';

/** The mark of an event that is kept for comparing; nothing where there is none. */
export function MarkTag({ seq }: { seq: string }) {
  const isMarked = useEventsView((view) => view.marked.includes(seq));
  return isMarked ? (
    <span title="Marked to compare" className="shrink-0 text-accent">
      <Bookmark aria-hidden size={13} fill="currentColor" />
      <span className="sr-only">Marked</span>
    </span>
  ) : null;
}
