import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { eventQuery } from '../../../api/queries';
import type { EventDetailView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { EmptyState } from '../../../kit/EmptyState';
import { ErrorNote } from '../../../kit/ErrorNote';
import { JsonDiff } from '../../../kit/JsonDiff';
import { Loading } from '../../../kit/Loading';
import { Segmented } from '../../../kit/Segmented';
import { indentJson } from '../../../lib/indentJson';
import { useEventsView } from '../view';
import { isAfter } from '../words';
import { ComparisonTable } from './ComparisonTable';

/** How the two marked events differ; with fewer than two, what to do. */
export function ComparisonDialog() {
  const { marked, isComparing, compare } = useEventsView();
  if (!isComparing) return null;
  const [earlier, later] = [...marked].sort((left, right) => (isAfter(left, right) ? 1 : -1));
  const onClose = () => compare(false);
  return (
    <Dialog
      title="Compare two events"
      width={later === undefined ? 'normal' : 'widest'}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {earlier === undefined || later === undefined ? (
        <EmptyState
          icon={Bookmark}
          title={earlier === undefined ? 'No event is marked' : 'One event is marked'}
          sentence={
            earlier === undefined
              ? 'Choose an event and press M, do the same with a second one, then press D.'
              : 'Choose a second event and press M, then press D.'
          }
        />
      ) : (
        <Comparison earlier={earlier} later={later} />
      )}
    </Dialog>
  );
}

function Comparison({ earlier, later }: { earlier: string; later: string }) {
  const before = useQuery(eventQuery(earlier));
  const after = useQuery(eventQuery(later));
  const [part, setPart] = useState<Part>('request');
  const error = before.error ?? after.error;
  if (error) return <ErrorNote message={error.message} next="Choose other events." />;
  if (!before.data || !after.data) return <Loading label="Reading the events…" />;
  const texts = [before.data, after.data].map(partTexts[part]);
  return (
    <div className="flex flex-col gap-3">
      <ComparisonTable before={before.data} after={after.data} />
      <div className="flex items-center gap-3">
        <Segmented
          label="What is compared"
          value={part}
          onChange={(id) => setPart(id === 'effects' ? 'effects' : 'request')}
          choices={[
            { id: 'request', label: 'Request' },
            { id: 'effects', label: 'Effects' },
          ]}
        />
        {texts[0] === texts[1] ? <span className="text-ink-2">Both are the same.</span> : null}
      </div>
      <JsonDiff
        label={part === 'request' ? 'Request' : 'Effects'}
        before={texts[0] ?? ''}
        after={texts[1] ?? ''}
      />
    </div>
  );
}

type Part = 'request' | 'effects';

const partTexts: Record<Part, (detail: EventDetailView) => string> = {
  request: ({ request }) => indentJson(request),
  effects: ({ effects }) => indentJson(`[${effects.map(({ json }) => json).join(',')}]`),
};
