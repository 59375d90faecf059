import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { Disclosure } from '../../src/kit/Disclosure';
import { ErrorNote } from '../../src/kit/ErrorNote';
import { JsonEditor } from '../../src/kit/JsonEditor';
import { JsonView } from '../../src/kit/JsonView';
import { KeyValue } from '../../src/kit/KeyValue';
import { Money } from '../../src/kit/Money';
import { Note } from '../../src/kit/Note';
import { Progress } from '../../src/kit/Progress';
import { type ShownState, StateBadge } from '../../src/kit/StateBadge';
import { Table } from '../../src/kit/Table';
import { Tabs } from '../../src/kit/Tabs';
import { Tag, type Tone } from '../../src/kit/Tag';
import { TimeText } from '../../src/kit/TimeText';
import { Tree, type TreeNode } from '../../src/kit/Tree';
import type { GridColumn } from '../../src/kit/useGridTable';
import { VirtualTable } from '../../src/kit/VirtualTable';

const states: ShownState[] = [
  'open',
  'closed',
  'partially_returned',
  'cancelled',
  'failed',
  'notMet',
  'rolledBack',
];
const tones: Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad', 'info'];

type Row = { seq: string; at: string; event: string; total: string };
const rows: Row[] = Array.from({ length: 10_000 }, (_, index) => ({
  seq: String(10_000 - index),
  at: new Date(Date.UTC(2026, 2, 4, 8) + index * 1000).toISOString(),
  event: index % 3 === 0 ? 'pageview' : 'talon_session_updated',
  total: `${100 + index}.5`,
}));
const rowId = (row: Row) => row.seq;
const columns: GridColumn<Row>[] = [
  { id: 'at', header: 'Time', width: 160, render: (row) => <TimeText at={row.at} /> },
  { id: 'event', header: 'Event', width: 180, isWide: true, render: (row) => row.event },
  { id: 'total', header: 'Total', width: 100, isFigure: true, render: (row) => <Money amount={row.total} /> },
];

const nodes: TreeNode[] = [
  {
    id: 'event',
    label: 'Event',
    icon: BookOpen,
    children: [
      {
        id: 'pageview',
        label: 'pageview',
        aside: '1',
        children: [{ id: 'url', label: 'url', aside: 'string' }],
      },
    ],
  },
  { id: 'session', label: 'Customer session', icon: BookOpen, isLocked: true },
];

const text =
  '{\n  "title": "Summer",\n  "blocks": [\n    { "type": "checkEvent", "event": "pageview" }\n  ]\n}';
const problems = [{ pointer: '/blocks/0/event', message: 'There is no event type "pageview".' }];

export function DataGallery() {
  const [tab, setTab] = useState('grid');
  const [json, setJson] = useState(text);
  return (
    <div className="flex min-h-0 flex-col gap-3 bg-surface p-4">
      <div className="flex flex-wrap gap-1.5">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        {tones.map((tone) => (
          <Tag key={tone} tone={tone}>
            {tone}
          </Tag>
        ))}
      </div>
      <ErrorNote
        message='The event type "pagevew" is not defined.'
        field="/type"
        next="Create it in the dictionary, or choose another."
      />
      <Note>Where the vendor is silent, this is our choice.</Note>
      <Progress label="Exporting" done={430} total={1000} onCancel={() => {}} />
      <KeyValue
        items={[
          { key: 'Customer', value: 'ada@example.org' },
          { key: 'Total', value: <Money amount="-1234.5" currency="EUR" /> },
        ]}
      />
      <Tabs
        label="Views"
        value={tab}
        onChange={setTab}
        className="h-72 flex-none!"
        items={[
          { id: 'grid', label: 'Grid', count: 10_000, content: <GridView /> },
          { id: 'tree', label: 'Tree', content: <TreeView /> },
          { id: 'view', label: 'JSON', content: <JsonView label="payload" text={text} /> },
          {
            id: 'edit',
            label: 'Editor',
            content: <JsonEditor label="Rule document" value={json} onChange={setJson} problems={problems} />,
          },
        ]}
      />
      <Disclosure title="Small table" defaultOpen>
        <Table
          label="Cart"
          rowId={rowId}
          rows={rows.slice(0, 3)}
          columns={[
            { id: 'event', header: 'Event', render: (row) => row.event },
            { id: 'total', header: 'Total', isFigure: true, render: (row) => <Money amount={row.total} /> },
          ]}
        />
      </Disclosure>
    </div>
  );
}

function GridView() {
  const [selected, setSelected] = useState<string | null>('9998');
  return (
    <VirtualTable
      label="Events"
      columns={columns}
      rows={rows}
      rowId={rowId}
      selectedId={selected}
      onSelect={setSelected}
    />
  );
}

function TreeView() {
  const [selected, setSelected] = useState<string | null>('pageview');
  return (
    <Tree
      label="Dictionary"
      nodes={nodes}
      selectedId={selected}
      onSelect={setSelected}
      defaultOpen={['event']}
    />
  );
}
