import { Bookmark } from 'lucide-react';
import { Tag } from '../../kit/Tag';
import { useEventsView } from './view';

/** The mark of an event that is kept for comparing; nothing where there is none. */
export function MarkTag({ seq }: { seq: string }) {
  const isMarked = useEventsView((view) => view.marked.includes(seq));
  return isMarked ? (
    <Tag tone="accent" icon={Bookmark}>
      Marked
    </Tag>
  ) : null;
}
