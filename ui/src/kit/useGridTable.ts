import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type ReactTable,
  type Row,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });

export type GridFeatures = typeof features;
export type GridTable<T extends RowData> = ReactTable<GridFeatures, T>;
export type GridRow<T extends RowData> = Row<GridFeatures, T>;

/** One column of a virtual grid. */
export type GridColumn<T> = {
  id: string;
  header: string;
  /** Starting width in pixels; the edge of the header can be dragged. */
  width: number;
  isFigure?: boolean;
  /** Takes what the others leave. */
  isWide?: boolean;
  render: (row: T) => ReactNode;
};

/** The columns and rows as a table model with sizes and visibility. */
export function useGridTable<T extends RowData>(
  columns: GridColumn<T>[],
  rows: T[],
  rowId: (row: T) => string,
  hidden: readonly string[] | undefined,
): GridTable<T> {
  const columnDefs = useMemo(() => columns.map(columnDef), [columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries((hidden ?? []).map((id) => [id, false])),
    [hidden],
  );
  return useTable({
    features,
    columns: columnDefs,
    data: rows,
    getRowId: rowId,
    columnResizeMode: 'onChange',
    state: { columnVisibility },
  });
}

function columnDef<T extends RowData>(column: GridColumn<T>): ColumnDef<GridFeatures, T> {
  return {
    id: column.id,
    header: column.header,
    size: column.width,
    minSize: 48,
    meta: { isFigure: column.isFigure ?? false, isWide: column.isWide ?? false },
    cell: ({ row }) => column.render(row.original),
  };
}

/** How a cell of this column is laid out; header and body share it. */
export function cellLayout(column: { getSize: () => number; columnDef: { meta?: object } }): {
  className: string;
  style: { width: number };
} {
  const meta: { isFigure?: boolean; isWide?: boolean } = column.columnDef.meta ?? {};
  return {
    className: `${meta.isWide ? 'grow' : ''} ${meta.isFigure ? 'justify-end text-right' : ''}`,
    style: { width: column.getSize() },
  };
}
