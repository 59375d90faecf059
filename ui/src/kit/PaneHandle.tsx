import type { KeyboardEvent, PointerEvent } from 'react';

export type PaneHandleProps = {
  direction: 'row' | 'column';
  label: string;
  /** Present size of the pane it moves, in pixels. */
  size: number;
  min: number;
  max: number;
  /** 1 when moving right or down makes the pane larger, -1 when smaller. */
  sign: 1 | -1;
  onResize: (size: number) => void;
};

const stepPixels = 16;

/** The edge between two panes: drag it, or focus it and use the arrow keys. */
export function PaneHandle(props: PaneHandleProps) {
  const { direction, size, sign, onResize } = props;
  const isRow = direction === 'row';
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const target = event.currentTarget;
    const start = isRow ? event.clientX : event.clientY;
    target.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) => {
      onResize(size + sign * ((isRow ? move.clientX : move.clientY) - start));
    };
    const onEnd = () => {
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onEnd);
      target.removeEventListener('pointercancel', onEnd);
    };
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onEnd);
    target.addEventListener('pointercancel', onEnd);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = isRow ? 'ArrowRight' : 'ArrowDown';
    const shrink = isRow ? 'ArrowLeft' : 'ArrowUp';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    onResize(size + sign * (event.key === grow ? stepPixels : -stepPixels));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a control, not a rule
    <div
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={isRow ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      className={`relative z-10 shrink-0 touch-none bg-line outline-none hover:bg-accent focus-visible:bg-accent focus-visible:outline-none after:absolute after:content-[''] ${
        isRow
          ? 'w-px cursor-col-resize after:-inset-x-1 after:inset-y-0'
          : 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1'
      }`}
    />
  );
}
