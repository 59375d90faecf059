import { useCommands } from '../../kit/CommandRegistry';
import { useEventsView } from './view';

/** `M` marks the event that is read, `D` shows how the marked two differ. */
export function useMarkCommands(seq: string | null): void {
  const { marked, mark, clearMarks, compare } = useEventsView();
  useCommands([
    {
      id: 'events.mark',
      title: seq !== null && marked.includes(seq) ? 'Take the mark away' : 'Mark the event to compare',
      group: 'Events',
      keys: 'm',
      disabledReason: seq === null ? 'Choose an event first.' : null,
      run: () => seq !== null && mark(seq),
    },
    {
      id: 'events.compare',
      title: 'Compare the two marked events',
      group: 'Events',
      keys: 'd',
      run: () => compare(true),
    },
    {
      id: 'events.clearMarks',
      title: 'Take all marks away',
      group: 'Events',
      disabledReason: marked.length === 0 ? 'No event is marked.' : null,
      run: clearMarks,
    },
  ]);
}
