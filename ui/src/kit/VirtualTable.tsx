import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { movedIndex, rowHeight } from './rowMoves';
import { type GridColumn, type GridTable, useGridTable } from './useGridTable';
import { useKeptPlace } from './useKeptPlace';
import { VirtualHeader } from './VirtualHeader';
import { VirtualRow } from './VirtualRow';

export type VirtualTableProps<T extends RowData> = {
  label: string;
  /** Keep stable between renders (module constant or memo). */
  columns: GridColumn<T>[];
  /** The rows loaded so far, in order. Keep stable between renders. */
  rows: T[];
  /** A stable name of the row; selection follows it, not the position. */
  rowId: (row: T) => string;
  /** How many there are in all, when known and more than are loaded. */
  total?: number;
  selectedId: string | null;
  onSelect: (id: string, row: T) => void;
  /** Enter or double click. */
  onOpen?: (id: string, row: T) => void;
  hiddenColumns?: readonly string[];
  /** Rows with a mark beside them, by id. */
  markedIds?: ReadonlySet<string>;
  hasMore?: boolean;
  /** Called when the end of the loaded rows comes near. */
  onNeedMore?: () => void;
  /** Shown in place of the rows while there are none. */
  empty?: ReactNode;
};

/**
 * A long list as a grid: rows of 28 px, only the visible ones in the page. J/K and the arrows move the
 * selection, Home/End and Page keys jump, Enter opens. Rows that arrive above do not move what is on screen.
 */
export function VirtualTable<T extends RowData>(props: VirtualTableProps<T>) {
  const { rows, rowId, selectedId, hasMore, onNeedMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const table = useGridTable(props.columns, rows, rowId, props.hiddenColumns);
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [rowId(row), index])), [rows, rowId]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  useKeptPlace(scroller, rows, rowId, indexOf);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= rows.length - 40) onNeedMore?.();
  }, [hasMore, last, rows.length, onNeedMore]);

  const selectedIndex = selectedId === null ? -1 : (indexOf.get(selectedId) ?? -1);
  const isSelectedDrawn = items.some((item) => item.index === selectedIndex);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = rows[selectedIndex];
    if (event.key === 'Enter' && selected !== undefined) {
      event.preventDefault();
      props.onOpen?.(rowId(selected), selected);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = movedIndex(event.key, selectedIndex, rows.length, page);
    const row = next === null ? undefined : rows[next];
    if (next === null || row === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    props.onSelect(rowId(row), row);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      aria-colcount={table.getVisibleLeafColumns().length}
      aria-activedescendant={isSelectedDrawn ? `${gridId}-${selectedId}` : undefined}
      onKeyDown={onKeyDown}
      className="ring-inside relative h-full min-h-0 overflow-auto bg-surface"
    >
      <div className="min-w-full" style={{ width: table.getTotalSize() }}>
        <VirtualHeader table={table} />
        {rows.length === 0 ? null : (
          <VirtualBody
            {...props}
            table={table}
            gridId={gridId}
            items={items}
            height={virtual.getTotalSize()}
          />
        )}
      </div>
      {rows.length === 0 ? props.empty : null}
    </div>
  );
}

type BodyProps<T extends RowData> = VirtualTableProps<T> & {
  table: GridTable<T>;
  gridId: string;
  items: readonly { index: number; start: number }[];
  height: number;
};

function VirtualBody<T extends RowData>(props: BodyProps<T>) {
  const tableRows = props.table.getRowModel().rows;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows of a virtual grid are placed, not flowed
    <div role="rowgroup" className="relative" style={{ height: props.height }}>
      {props.items.map((item) => {
        const row = tableRows[item.index];
        return row ? (
          <VirtualRow
            key={row.id}
            row={row}
            index={item.index}
            top={item.start}
            gridId={props.gridId}
            isSelected={row.id === props.selectedId}
            isMarked={props.markedIds?.has(row.id) ?? false}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
          />
        ) : null;
      })}
    </div>
  );
}
