import { useParams } from '@tanstack/react-router';
import { EventListScreen } from './EventListScreen';
import { EventScreen } from './EventScreen';

/** Where every event is listed and read: the list, or one event alone when the address names one. */
export function EventsScreen() {
  const { seq } = useParams({ strict: false });
  return seq === undefined ? <EventListScreen /> : <EventScreen seq={seq} />;
}
