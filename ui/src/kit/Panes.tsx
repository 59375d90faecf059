import { Fragment, type ReactNode, useState } from 'react';
import { recallJson, remember } from '../lib/memory';
import { PaneHandle } from './PaneHandle';

export type Pane = {
  id: string;
  /** Accessible name; also where F6 goes. */
  label: string;
  /** Starting size in pixels. Exactly one pane of a set has none and takes what is left. */
  size?: number;
  min?: number;
  max?: number;
  content: ReactNode;
};

export type PanesProps = {
  /** Under this name the sizes are remembered. */
  id: string;
  direction?: 'row' | 'column';
  panes: readonly Pane[];
  className?: string;
};

/** Panes side by side (`row`) or stacked (`column`), with edges that can be dragged or moved by arrow keys. */
export function Panes({ id, direction = 'row', panes, className }: PanesProps) {
  const [sizes, setSizes] = useState(() => recallJson(`panes.${id}`, isSizes, {}));
  const sizeOf = (pane: Pane) => clampSize(pane, sizes[pane.id] ?? pane.size ?? 0);
  const resize = (pane: Pane, size: number) => {
    const next = { ...sizes, [pane.id]: clampSize(pane, size) };
    setSizes(next);
    remember(`panes.${id}`, JSON.stringify(next));
  };
  return (
    <div
      className={`flex min-h-0 min-w-0 flex-1 ${direction === 'row' ? '' : 'flex-col'} ${className ?? ''}`}
    >
      {panes.map((pane, index) => {
        const edge = edgeAfter(panes, index);
        return (
          <Fragment key={pane.id}>
            <section
              aria-label={pane.label}
              data-pane
              tabIndex={-1}
              style={pane.size === undefined ? undefined : { flexBasis: sizeOf(pane) }}
              className={`ring-inside flex min-h-0 min-w-0 flex-col overflow-hidden bg-surface ${pane.size === undefined ? 'flex-1' : 'shrink-0'}`}
            >
              {pane.content}
            </section>
            {edge ? (
              <PaneHandle
                direction={direction}
                label={`Resize ${edge.pane.label}`}
                size={sizeOf(edge.pane)}
                min={edge.pane.min ?? defaultMin}
                max={edge.pane.max ?? defaultMax}
                sign={edge.sign}
                onResize={(size) => resize(edge.pane, size)}
              />
            ) : null}
          </Fragment>
        );
      })}
    </div>
  );
}

const defaultMin = 120;
const defaultMax = 900;

function clampSize(pane: Pane, size: number): number {
  return Math.max(pane.min ?? defaultMin, Math.min(pane.max ?? defaultMax, size));
}

/** The sized pane an edge moves: the one before it grows with the pointer, the one after it shrinks. */
function edgeAfter(panes: readonly Pane[], index: number): { pane: Pane; sign: 1 | -1 } | null {
  const before = panes[index];
  const after = panes[index + 1];
  if (!before || !after) return null;
  if (before.size !== undefined) return { pane: before, sign: 1 };
  return after.size === undefined ? null : { pane: after, sign: -1 };
}

function isSizes(value: unknown): value is Record<string, number> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((size) => typeof size === 'number')
  );
}
