import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { workspaceQuery } from '../../api/queries';
import { EventListScreen } from './EventListScreen';
import { EventScreen } from './EventScreen';
import { useEventsView } from './view';

/** Where every event is listed and read: the list, or one event alone when the address names one. */
export function EventsScreen() {
  const { seq } = useParams({ strict: false });
  const path = useQuery(workspaceQuery).data?.path;
  const enter = useEventsView((view) => view.enter);
  useEffect(() => {
    if (path !== undefined) enter(path);
  }, [path, enter]);
  return seq === undefined ? <EventListScreen /> : <EventScreen seq={seq} />;
}
