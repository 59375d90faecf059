import { Download, Radio } from 'lucide-react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { countOf } from '../../lib/text';
import { ColumnChooser } from './ColumnChooser';
import type { FilterChip } from './chips';
import { ExportDialog } from './ExportDialog';
import type { EventsSearch } from './filter';
import type { useEventList } from './useEventList';
import { useEventsView } from './view';

export type ListActionsProps = {
  filter: EventsSearch;
  chips: readonly FilterChip[];
  list: ReturnType<typeof useEventList>;
  isExporting: boolean;
  setExporting: (isExporting: boolean) => void;
};

/** What can be done with the list as a whole. */
export function ListActions({ filter, chips, list, isExporting, setExporting }: ListActionsProps) {
  const { isFollowing, follow } = useEventsView();
  return (
    <>
      {list.news > 0 ? (
        <Button size="small" tone="primary" onPress={list.showNews}>
          {countOf(list.news, 'new event')}
        </Button>
      ) : null}
      <span role="status" className="px-2 text-sm whitespace-nowrap text-ink-3 tabular-nums">
        {list.query.data ? countOf(list.total - list.news, 'event') : ''}
      </span>
      <IconButton
        label={isFollowing ? 'Following new events' : 'Follow new events'}
        icon={Radio}
        keys="F"
        isPressed={isFollowing}
        onPress={() => follow(!isFollowing)}
      />
      <ColumnChooser />
      <Button icon={Download} onPress={() => setExporting(true)}>
        Export
      </Button>
      {isExporting ? (
        <ExportDialog
          isOpen
          onClose={() => setExporting(false)}
          filter={filter}
          chips={chips}
          total={list.total}
        />
      ) : null}
    </>
  );
}
