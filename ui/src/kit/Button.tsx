import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { tv } from 'tailwind-variants';
import { Tooltip } from './Tooltip';

export const buttonLook = tv({
  base:
    'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border px-2.5 ' +
    'text-base font-medium outline-none data-[focus-visible]:ring-2 data-[focus-visible]:ring-accent ' +
    'data-[focus-visible]:ring-offset-1 data-[focus-visible]:ring-offset-surface',
  variants: {
    tone: {
      primary: 'border-transparent bg-accent text-on-accent data-[hovered]:bg-accent-strong',
      secondary: 'border-line-strong bg-surface text-ink data-[hovered]:bg-hover data-[pressed]:bg-sunken',
      quiet:
        'border-transparent bg-transparent text-ink-2 data-[hovered]:bg-hover data-[hovered]:text-ink data-[pressed]:bg-sunken',
      danger: 'border-transparent bg-bad-fill text-on-bad data-[hovered]:opacity-90',
    },
    size: { normal: '', small: 'h-6 px-2 text-sm', icon: 'w-7 px-0', smallIcon: 'h-6 w-6 px-0' },
    isOff: {
      true:
        'cursor-not-allowed border-line bg-sunken text-ink-3 data-[hovered]:bg-sunken data-[hovered]:text-ink-3 ' +
        'data-[disabled]:cursor-default',
    },
  },
  compoundVariants: [
    { tone: 'quiet', isOff: true, class: 'border-transparent bg-transparent data-[hovered]:bg-transparent' },
  ],
  defaultVariants: { tone: 'secondary', size: 'normal' },
});

export type ButtonProps = {
  children: ReactNode;
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: LucideIcon;
  onPress?: () => void;
  /** Why the button cannot be pressed now. It stays visible and focusable and says so. */
  disabledReason?: string | null | undefined;
  /** A note on hover and focus while it can be pressed. */
  hint?: string;
  /** Working: cannot be pressed, and says it is busy. */
  isPending?: boolean;
  type?: 'button' | 'submit';
  /** Accessible name where it must say more than the visible text. */
  label?: string;
  className?: string;
  autoFocus?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onHoverChange?: (isHovered: boolean) => void;
  onFocusChange?: (isFocused: boolean) => void;
};

/** A button with a word on it. At most one primary button per view. */
export function Button(props: ButtonProps) {
  const { children, tone, size, icon: Icon, disabledReason, hint, label, onPress } = props;
  const isOff = Boolean(disabledReason);
  const note = disabledReason || hint;
  const button = (
    <AriaButton
      ref={props.buttonRef}
      type={isOff ? 'button' : (props.type ?? 'button')}
      aria-label={label}
      aria-disabled={isOff || undefined}
      isPending={props.isPending ?? false}
      autoFocus={props.autoFocus ?? false}
      onPress={() => {
        if (!isOff) onPress?.();
      }}
      onHoverChange={props.onHoverChange}
      onFocusChange={props.onFocusChange}
      className={buttonLook({ tone, size: size ?? 'normal', isOff, class: props.className })}
    >
      {Icon ? <Icon aria-hidden size={14} className="shrink-0" /> : null}
      {children}
    </AriaButton>
  );
  return <Tooltip text={note}>{button}</Tooltip>;
}
