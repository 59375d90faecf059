import type { DraggedEvent } from './bindings';
import { hearHost } from './host';

/** Hears of files that are dragged over the window; resolves with the function that stops listening. */
export function followDraggedFiles(onDragged: (dragged: DraggedEvent) => void): Promise<() => void> {
  return hearHost<DraggedEvent>('dragged-event', onDragged);
}
