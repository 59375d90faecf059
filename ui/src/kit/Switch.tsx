import { Switch as AriaSwitch } from 'react-aria-components';

export type SwitchProps = {
  label: string;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  className?: string;
};

/** On or off, at once. */
export function Switch(props: SwitchProps) {
  return (
    <AriaSwitch
      aria-label={props.hideLabel ? props.label : undefined}
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className={`group flex min-h-7 items-center gap-2 text-base data-[disabled]:text-ink-3 ${props.className ?? ''}`}
    >
      <span className="flex h-4 w-7 shrink-0 items-center rounded-full border border-ink-3 bg-sunken p-px transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[focus-visible]:ring-2 group-data-[focus-visible]:ring-accent group-data-[focus-visible]:ring-offset-1 group-data-[focus-visible]:ring-offset-surface">
        <span className="h-3 w-3 rounded-full bg-ink-3 transition-transform group-data-[selected]:translate-x-3 group-data-[selected]:bg-on-accent" />
      </span>
      {props.hideLabel ? null : props.label}
    </AriaSwitch>
  );
}
