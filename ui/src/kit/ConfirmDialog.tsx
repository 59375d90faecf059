import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';

export type ConfirmDialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** What will happen, in a sentence or a list. */
  children: ReactNode;
  /** A verb: what the confirming button does. */
  confirmLabel: string;
  isDangerous?: boolean;
  isPending?: boolean;
  /** `normal` where what will happen takes a table. */
  width?: 'narrow' | 'normal';
};

/** A question before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      width={props.width ?? 'narrow'}
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>Keep as it is</Button>
          <Button
            tone={props.isDangerous ? 'danger' : 'primary'}
            isPending={props.isPending ?? false}
            onPress={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
