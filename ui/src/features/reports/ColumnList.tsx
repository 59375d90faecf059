import { GripVertical, PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { ColumnView, Preset } from '../../api/types';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Popover } from '../../kit/Popover';
import { TextField } from '../../kit/TextField';
import { withColumn, withMoved, withTitle } from './report';

export type ColumnListProps = {
  report: Preset;
  offered: readonly ColumnView[];
  onReport: (report: Preset) => void;
};

const dragged = 'tillroll-column';

/** The columns from left to right: dragged into order, renamed, taken out. */
export function ColumnList({ report, offered, onReport }: ColumnListProps) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragged]: String(key) })),
    acceptedDragTypes: [dragged],
    onReorder: ({ keys, target }) =>
      onReport(withMoved(report, [...keys].map(String), String(target.key), target.dropPosition === 'after')),
  });
  const usual = (column: string) => offered.find((one) => one.column === column)?.title ?? column;
  const rows = report.columns.map(({ column, title }) => ({
    id: column,
    title: title ?? usual(column),
    usual: usual(column),
  }));
  return (
    <GridList
      aria-label="Columns in order"
      items={rows}
      dependencies={[report, offered]}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => (
        <p className="m-0 px-1 py-1 text-sm text-ink-3">None: everything is one group.</p>
      )}
      className="rounded-md border border-line outline-none"
    >
      {(row) => (
        <ColumnRow
          row={row}
          onRename={(title) => onReport(withTitle(report, row.id, title === row.usual ? '' : title))}
          onRemove={() => onReport(withColumn(report, row.id, false))}
        />
      )}
    </GridList>
  );
}

type ColumnRowProps = {
  row: { id: string; title: string; usual: string };
  onRename: (title: string) => void;
  onRemove: () => void;
};

function ColumnRow({ row, onRename, onRemove }: ColumnRowProps) {
  return (
    <GridListItem
      id={row.id}
      textValue={row.title}
      className="ring-inside flex h-7 items-center gap-0.5 border-line border-b px-1 outline-none last:border-b-0 data-[dragging]:opacity-50 data-[hovered]:bg-hover"
    >
      <AriaButton
        slot="drag"
        className="grid h-6 w-5 shrink-0 place-items-center rounded-sm text-ink-3 outline-none data-[focus-visible]:ring-2 data-[focus-visible]:ring-accent"
      >
        <GripVertical aria-hidden size={13} />
      </AriaButton>
      <span className="min-w-0 flex-1 truncate" title={row.usual}>
        {row.title}
      </span>
      <Popover
        label={`Rename ${row.title}`}
        placement="bottom end"
        trigger={<IconButton label={`Rename ${row.title}`} icon={PencilLine} size="smallIcon" />}
      >
        {(close) => <RenameForm row={row} onRename={onRename} close={close} />}
      </Popover>
      <IconButton label={`Take ${row.title} out`} icon={X} size="smallIcon" onPress={onRemove} />
    </GridListItem>
  );
}

type RenameFormProps = Pick<ColumnRowProps, 'row' | 'onRename'> & { close: () => void };

function RenameForm({ row, onRename, close }: RenameFormProps) {
  const [title, setTitle] = useState(row.title);
  return (
    <form
      className="flex w-64 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(title);
        close();
      }}
    >
      <TextField
        label="Title of the column"
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
        description={`Left empty, it is “${row.usual}”.`}
      />
      <div className="flex justify-end">
        <Button type="submit" tone="primary">
          Rename
        </Button>
      </div>
    </form>
  );
}
