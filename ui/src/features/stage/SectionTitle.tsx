import { TriangleAlert } from 'lucide-react';
import { Tag } from '../../kit/Tag';

type SectionTitleProps = { title: string; count: number; isChanged: boolean; isWrong: boolean };

/** The heading of something that opens: how much is in it, whether it was changed, whether it needs mending. */
export function SectionTitle({ title, count, isChanged, isWrong }: SectionTitleProps) {
  return (
    <span className="flex items-center gap-2 font-medium">
      {title}
      <span className="font-normal text-ink-3">{count === 0 ? 'none' : count}</span>
      {isChanged ? <Tag tone="accent">changed</Tag> : null}
      {isWrong ? (
        <Tag tone="bad" icon={TriangleAlert}>
          needs mending
        </Tag>
      ) : null}
    </span>
  );
}
