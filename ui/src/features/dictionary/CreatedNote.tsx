import { Link } from '@tanstack/react-router';
import { CircleCheck, X } from 'lucide-react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import type { Actions } from './DictionaryPanes';
import { linkLook } from './UsedBy';
import { type News, useView } from './view';

/** After *Create attribute*: what there is now, and what people do next. */
export function CreatedNote({ placeId, actions }: { placeId: string; actions: Actions }) {
  const news = useView((view) => view.news);
  if (!news || news.ownerId !== placeId) return null;
  return (
    <div
      role="status"
      className="m-3 mb-0 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-good-soft py-1.5 pr-1.5 pl-3"
    >
      <CircleCheck aria-hidden size={15} className="shrink-0 text-good" />
      <span className="font-medium">
        {news.owner} now has {news.name}.
      </span>
      <NextSteps news={news} actions={actions} />
      <span className="flex-1" />
      <IconButton label="Close" icon={X} size="smallIcon" onPress={() => useView.getState().tell(null)} />
    </div>
  );
}

function NextSteps({ news, actions }: { news: News; actions: Actions }) {
  const isEvent = news.eventType !== null;
  return (
    <>
      <Button size="small" onPress={() => actions.create(news.entity, news.eventType ?? '')}>
        Add another attribute
      </Button>
      <Link to="/rules/{-$campaignId}" params={{ campaignId: 'new' }} className={linkLook}>
        {isEvent ? 'Write a rule that waits for it' : 'Write a rule that reads it'}
      </Link>
      <Link to="/stage/{-$sessionId}" params={{ sessionId: undefined }} className={linkLook}>
        {isEvent ? 'Trigger it on the Stage' : 'Give it a value on the Stage'}
      </Link>
    </>
  );
}
