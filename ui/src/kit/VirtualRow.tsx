import { FlexRender, type RowData } from '@tanstack/react-table';
import { cellLayout, type GridRow } from './useGridTable';

export type VirtualRowProps<T extends RowData> = {
  row: GridRow<T>;
  index: number;
  /** Distance from the first row, in pixels. */
  top: number;
  gridId: string;
  isSelected: boolean;
  isMarked: boolean;
  onSelect: (id: string, row: T) => void;
  onOpen?: ((id: string, row: T) => void) | undefined;
};

/** One placed row of a virtual grid. The keyboard is handled by the grid, which holds the focus. */
export function VirtualRow<T extends RowData>(props: VirtualRowProps<T>) {
  const { row, isSelected, isMarked } = props;
  const ground = isSelected ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover';
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: part of a virtual grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid itself holds the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      id={`${props.gridId}-${row.id}`}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={isSelected}
      onClick={() => props.onSelect(row.id, row.original)}
      onDoubleClick={() => props.onOpen?.(row.id, row.original)}
      className={`absolute flex h-7 w-full border-line border-b ${ground} ${isMarked ? 'font-medium' : ''}`}
      style={{ top: props.top }}
    >
      {row.getVisibleCells().map((cell) => {
        const layout = cellLayout(cell.column);
        return (
          <div
            key={cell.id}
            role="gridcell"
            style={layout.style}
            className={`flex min-w-0 shrink-0 items-center overflow-hidden px-2 first:pl-3 ${layout.className}`}
          >
            <span className="truncate">
              <FlexRender cell={cell} />
            </span>
          </div>
        );
      })}
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: the grid itself holds the focus
    // biome-ignore-end lint/a11y/useSemanticElements: part of a virtual grid
  );
}
