import type { RowData } from '@tanstack/react-table';
import { cellLayout, type GridTable } from './useGridTable';

/** The row of column names; stays on top, each edge can be dragged. */
export function VirtualHeader<T extends RowData>({ table }: { table: GridTable<T> }) {
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: part of a virtual grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid itself holds the focus
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className="flex h-7 border-line border-b">
          {group.headers.map((header) => {
            const layout = cellLayout(header.column);
            return (
              <div
                key={header.id}
                role="columnheader"
                style={layout.style}
                className={`relative flex shrink-0 items-center px-2 text-sm font-medium text-ink-3 first:pl-3 ${layout.className}`}
              >
                <span className="truncate">
                  <table.FlexRender header={header} />
                </span>
                <span
                  aria-hidden
                  onMouseDown={header.getResizeHandler()}
                  onTouchStart={header.getResizeHandler()}
                  className="absolute top-1.5 right-0 h-4 w-1.5 cursor-col-resize border-line border-r hover:border-accent"
                />
              </div>
            );
          })}
        </div>
      ))}
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: the grid itself holds the focus
    // biome-ignore-end lint/a11y/useSemanticElements: part of a virtual grid
  );
}
