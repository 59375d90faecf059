import type { ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';

export type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Accessible name of the floating panel. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right top';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A small floating panel beside a button. */
export function Popover(props: PopoverProps) {
  return (
    <DialogTrigger isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      {props.trigger}
      <AriaPopover
        placement={props.placement ?? 'bottom start'}
        offset={6}
        className="max-w-[520px] overflow-auto rounded-lg border border-line bg-raised shadow-pop outline-none"
      >
        <Dialog aria-label={props.label} className="p-3 outline-none">
          {({ close }) => (typeof props.children === 'function' ? props.children(close) : props.children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
