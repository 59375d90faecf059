import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { buttonLook } from './Button';
import { Tooltip } from './Tooltip';

export type IconButtonProps = {
  /** Accessible name, also shown on hover. */
  label: string;
  icon: LucideIcon;
  onPress?: () => void;
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'icon' | 'smallIcon';
  /** Why it cannot be pressed now; it stays visible and focusable and says so. */
  disabledReason?: string | null | undefined;
  /** For a button that is on or off. */
  isPressed?: boolean;
  /** Keys that do the same, shown in the note. */
  keys?: string;
  className?: string;
};

/** A button with only an icon; its name is shown on hover and read aloud. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, disabledReason, keys } = props;
  const isOff = Boolean(disabledReason);
  const note = keys ? `${label} (${keys})` : label;
  return (
    <Tooltip text={disabledReason ? `${label}: ${disabledReason}` : note}>
      <AriaButton
        aria-label={label}
        aria-disabled={isOff || undefined}
        aria-pressed={props.isPressed}
        onPress={() => {
          if (!isOff) props.onPress?.();
        }}
        className={buttonLook({
          tone: props.tone ?? 'quiet',
          size: props.size ?? 'icon',
          isOff,
          class: `${props.isPressed ? 'bg-accent-soft text-accent' : ''} ${props.className ?? ''}`,
        })}
      >
        <Icon aria-hidden size={15} />
      </AriaButton>
    </Tooltip>
  );
}
