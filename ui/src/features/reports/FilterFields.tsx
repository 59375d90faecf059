import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { writtenQuery } from '../../api/queries';
import type { Preset } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { TextField } from '../../kit/TextField';
import { useSettled } from '../../kit/useSettled';
import { filterParts } from './report';

const pauseMs = 400;

/** Which events the rows are of: a query as on the Events screen, and the other parts of a saved filter. */
export function FilterFields({ report, onReport }: { report: Preset; onReport: (report: Preset) => void }) {
  const filter = report.filter ?? {};
  const parts = filterParts(filter);
  return (
    <section aria-label="Filter" className="flex flex-col gap-2">
      <QueryText
        key={report.name}
        text={filter.text ?? ''}
        onText={(text) => onReport({ ...report, filter: { ...filter, text: text === '' ? null : text } })}
      />
      {parts.map(({ id, says, without }) => (
        <div key={id} className="flex items-start gap-1 rounded-md bg-sunken pl-2">
          <span className="min-w-0 flex-1 break-words py-1 text-sm">{says}</span>
          <IconButton
            label={`Take out: ${says}`}
            icon={X}
            size="smallIcon"
            onPress={() => onReport({ ...report, filter: without })}
          />
        </div>
      ))}
    </section>
  );
}

/** What is typed takes effect when it can be read; until then the mistake is said and the rows stay as they were. */
function QueryText({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const settled = useSettled(typed, pauseMs);
  const written = useQuery(writtenQuery(settled, settled.length));
  const mistake = settled === typed ? (written.data?.mistake ?? null) : null;
  const isReady = settled === typed && written.data !== undefined && mistake === null;
  const wanted = settled.trim();
  useEffect(() => {
    if (isReady && wanted !== text) onText(wanted);
  }, [isReady, wanted, text, onText]);
  return (
    <TextField
      label="Filter"
      value={typed}
      onChange={setTyped}
      isCode
      placeholder="type:pageview total:>50"
      description="A query, as on the Events screen."
      {...(mistake ? { error: mistake.message } : {})}
    />
  );
}
