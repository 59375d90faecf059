import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Choice } from './fieldTypes';

export type SegmentedProps = {
  label: string;
  value: string;
  onChange: (id: string) => void;
  choices: readonly Choice[];
  className?: string;
};

/** One of two to five short words, side by side. */
export function Segmented(props: SegmentedProps) {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) props.onChange(String(first));
      }}
      className={`inline-flex h-7 items-center rounded-md border border-line bg-sunken p-0.5 ${props.className ?? ''}`}
    >
      {props.choices.map((choice) => (
        <ToggleButton
          key={choice.id}
          id={choice.id}
          isDisabled={choice.isDisabled ?? false}
          className="h-full rounded-sm px-2 text-sm text-ink-2 outline-none data-[hovered]:text-ink data-[selected]:bg-raised data-[selected]:font-medium data-[selected]:text-ink data-[selected]:shadow-[0_0_0_1px_var(--line-strong)] data-[focus-visible]:ring-2 data-[focus-visible]:ring-accent"
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
