import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reportCatalogueQuery, reportPresetsQuery } from '../../api/reports';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { type Pane, Panes } from '../../kit/Panes';
import { ReportChoices } from './ReportChoices';
import { ReportList } from './ReportList';
import { ReportPane } from './ReportPane';
import { useReportsView } from './view';

/** Reports: which, what is in them, and how they look before they are written. */
export function ReportsScreen() {
  const presets = useQuery(reportPresetsQuery);
  const catalogue = useQuery(reportCatalogueQuery);
  const { report, show } = useReportsView();
  const first = presets.data?.[0];
  useEffect(() => {
    if (!report && first) show(first);
  }, [report, first, show]);
  const error = presets.error ?? catalogue.error;
  if (error) {
    return (
      <div className="p-6">
        <ErrorNote message={error.message} next="Reports cannot be made until the workspace can be read." />
      </div>
    );
  }
  if (!presets.data || !catalogue.data || !report) return <Loading />;
  const panes: Pane[] = [
    {
      id: 'list',
      label: 'Reports',
      size: 210,
      min: 160,
      max: 400,
      content: (
        <ReportList presets={presets.data} catalogue={catalogue.data} report={report} onReport={show} />
      ),
    },
    { id: 'preview', label: 'Preview', content: <ReportPane report={report} catalogue={catalogue.data} /> },
    {
      id: 'choices',
      label: 'What is in it',
      size: 300,
      min: 240,
      max: 520,
      content: <ReportChoices report={report} catalogue={catalogue.data} onReport={show} />,
    },
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <Panes id="reports" panes={panes} />
    </div>
  );
}
