import type { ReactNode } from 'react';

export type TableColumn<T> = {
  id: string;
  header: string;
  /** Keeps the header for assistive technology only, as over a column of buttons. */
  hideHeader?: boolean;
  /** Figures are right-aligned. */
  isFigure?: boolean;
  /** CSS width; without it the column shares what is left. */
  width?: string;
  render: (row: T, index: number) => ReactNode;
};

export type TableProps<T> = {
  label: string;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Shown under the header while there are no rows. */
  empty?: ReactNode;
  /** Totals or an adding row, as `<tr>` elements. */
  footer?: ReactNode;
};

const cell = 'h-7 border-line border-b px-2 py-0.5 first:pl-3 last:pr-3';

/** A short table in the page: every row is there, nothing virtual. For long lists see `VirtualTable`. */
export function Table<T>({ label, columns, rows, rowId, empty, footer }: TableProps<T>) {
  return (
    <table aria-label={label} className="w-full border-collapse text-base">
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              style={column.width ? { width: column.width } : undefined}
              className={`${cell} text-sm font-medium text-ink-3 ${column.isFigure ? 'text-right' : 'text-left'}`}
            >
              {column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowId(row)}>
            {columns.map((column) => (
              <td key={column.id} className={`${cell} ${column.isFigure ? 'text-right' : 'text-left'}`}>
                {column.render(row, index)}
              </td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && empty ? (
          <tr>
            <td colSpan={columns.length} className={`${cell} text-ink-3`}>
              {empty}
            </td>
          </tr>
        ) : null}
      </tbody>
      {footer ? <tfoot>{footer}</tfoot> : null}
    </table>
  );
}
