import { CircleCheck, CircleX, type LucideIcon, RotateCcw, Save, Undo2 } from 'lucide-react';
import type { AskView } from '../../api/types';

/** How a move looks on the diagram and in the palette. */
export type MoveFace = {
  /** Also its accessible name. */
  label: string;
  /** The word on an arrow that carries no button. */
  word: string;
  key: string;
  icon: LucideIcon;
  /** Room on the diagram, in pixels. */
  width: number;
};

export const moveFaces: Record<AskView, MoveFace> = {
  update: { label: 'Update', word: 'update', key: 'U', icon: Save, width: 82 },
  close: { label: 'Close', word: 'close', key: 'C', icon: CircleCheck, width: 76 },
  cancel: { label: 'Cancel session', word: 'cancel', key: 'X', icon: CircleX, width: 132 },
  return: { label: 'Return items…', word: 'return', key: 'R', icon: Undo2, width: 128 },
  reopen: { label: 'Reopen', word: 'reopen', key: 'O', icon: RotateCcw, width: 86 },
};
