import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom right, the confirming one last. */
  actions?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide' | 'widest';
  /** `alertdialog` for questions that must be answered. */
  role?: 'dialog' | 'alertdialog';
};

const widths = { narrow: 'w-[420px]', normal: 'w-[560px]', wide: 'w-[880px]', widest: 'w-[1180px]' };

/** A modal window in the window: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-[#0b0f1466] px-4 pt-[8vh]"
    >
      <Modal
        className={`flex max-h-[84vh] max-w-full flex-col rounded-lg border border-line bg-raised shadow-pop ${widths[props.width ?? 'normal']}`}
      >
        <AriaDialog role={props.role ?? 'dialog'} className="flex min-h-0 flex-col outline-none">
          <div className="flex h-11 shrink-0 items-center justify-between border-line border-b pr-2 pl-4">
            <Heading slot="title" className="m-0 truncate text-lg font-semibold">
              {props.title}
            </Heading>
            <IconButton label="Close" icon={X} onPress={props.onClose} />
          </div>
          <div className="min-h-0 flex-1 overflow-auto p-4">{props.children}</div>
          {props.actions ? (
            <div className="flex shrink-0 justify-end gap-2 border-line border-t px-4 py-3">
              {props.actions}
            </div>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
