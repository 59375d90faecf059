import { CircleAlert, Info, type LucideIcon, MessageSquare, Tag } from 'lucide-react';
import type { PropView } from '../../api/types';

const looks: Readonly<Record<string, { icon: LucideIcon; ink: string; ground: string }>> = {
  info: { icon: Info, ink: 'text-info', ground: 'bg-info-soft' },
  offer: { icon: Tag, ink: 'text-good', ground: 'bg-good-soft' },
  error: { icon: CircleAlert, ink: 'text-bad', ground: 'bg-bad-soft' },
};

const otherwise = { icon: MessageSquare, ink: 'text-ink-2', ground: 'bg-sunken' };

/** A notification as a customer would meet it. */
export function NotificationCard({ props }: { props: readonly PropView[] }) {
  const textOf = (name: string) => props.find((prop) => prop.name === name)?.value ?? '';
  const kind = textOf('notificationType').toLowerCase();
  const { icon: Icon, ink, ground } = looks[kind] ?? otherwise;
  return (
    <div className={`my-1 flex items-start gap-2 rounded-md border border-line px-2 py-1.5 ${ground}`}>
      <Icon aria-hidden size={14} className={`mt-[3px] shrink-0 ${ink}`} />
      <div className="min-w-0">
        <p className="m-0 break-words font-semibold">{textOf('title')}</p>
        <p className="m-0 break-words text-ink-2">{textOf('body')}</p>
      </div>
    </div>
  );
}
