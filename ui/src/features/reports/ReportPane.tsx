import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Rows3 } from 'lucide-react';
import { type Refusal, refusalOf } from '../../api/refusal';
import { reportPreviewQuery } from '../../api/reports';
import type { GrainView, Preset, ReportPreview } from '../../api/types';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { PanelHeader } from '../../kit/Panel';
import { Tag } from '../../kit/Tag';
import { useSettled } from '../../kit/useSettled';
import { countOf, formatCount } from '../../lib/text';
import { PreviewTable } from './PreviewTable';
import { WriteFooter } from './WriteFooter';
import { grainWords } from './words';

/** While somebody types or drags, the preview waits. */
const pauseMs = 300;

/** The report as it will be written, and the means to write it. */
export function ReportPane({ report }: { report: Preset; catalogue: readonly GrainView[] }) {
  const settled = useSettled(report, pauseMs);
  const preview = useQuery({ ...reportPreviewQuery(settled), placeholderData: keepPreviousData });
  const seen = preview.error ? undefined : preview.data;
  return (
    <>
      <PanelHeader
        title={report.name}
        aside={report.description}
        actions={seen && seen.madeUp > 0 ? <MadeUp count={seen.madeUp} /> : null}
      />
      <div className="flex min-h-0 flex-1 flex-col">
        {preview.error ? <Refused refusal={refusalOf(preview.error)} /> : null}
        {!preview.error && !seen ? <Loading /> : null}
        {seen ? <Rows seen={seen} report={settled} /> : null}
      </div>
      <WriteFooter
        report={report}
        says={seen ? sayRows(seen, report) : ''}
        whyNot={whyNot(seen, Boolean(preview.error))}
      />
    </>
  );
}

function Rows({ seen, report }: { seen: ReportPreview; report: Preset }) {
  if (seen.rows.length === 0) {
    return (
      <EmptyState
        icon={Rows3}
        title="No rows"
        sentence={
          seen.events === 0
            ? 'No event matches the filter. Trigger something on the Stage, or widen the filter.'
            : `${countOf(seen.events, 'event')} match, but none has a ${grainWords[report.grain].rows}.`
        }
      />
    );
  }
  return <PreviewTable seen={seen} />;
}

function MadeUp({ count }: { count: number }) {
  return (
    <Tag tone="warn" title="They have the source “crowd”; the query -source:crowd leaves them out.">
      {formatCount(count)} made-up events in the log
    </Tag>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const messages = refusal.problems.map(({ message }) => message);
  return (
    <div className="p-3">
      <ErrorNote message={messages.length > 0 ? messages.join(' ') : refusal.message} />
    </div>
  );
}

/** How many rows there are, and of what. */
function sayRows(seen: ReportPreview, report: Preset): string {
  const isGrouped = (report.measures ?? []).length > 0;
  const shown = seen.rows.length;
  if (seen.total === null) return `First ${countOf(shown, 'row')}, of ${countOf(seen.events, 'event')}`;
  const all = countOf(seen.total, 'row');
  const of = isGrouped && report.grain !== 'attribute' ? `, of ${countOf(seen.events, 'event')}` : '';
  return shown < seen.total ? `First ${formatCount(shown)} of ${all}${of}` : `${all}${of}`;
}

function whyNot(seen: ReportPreview | undefined, isRefused: boolean): string | null {
  if (isRefused) return 'The report cannot be made as it is; see above.';
  if (!seen) return 'The preview is still being made.';
  return seen.rows.length === 0 ? 'There are no rows to write.' : null;
}
