import { Switch } from '../../kit/Switch';
import { Tag } from '../../kit/Tag';

export type OurChoiceProps = {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** What happens while it is on. */
  on: string;
  /** What happens while it is off. */
  off: string;
  /** The vendor's Application has this setting too. */
  isVendors?: boolean;
};

/** A choice of this workspace; most are those that the vendor's texts do not make. */
export function OurChoice({ label, isSelected, onChange, on, off, isVendors = false }: OurChoiceProps) {
  return (
    <div>
      <Switch label={label} isSelected={isSelected} onChange={onChange} />
      <div className="flex flex-col items-start gap-1 pl-9">
        <p className="m-0 text-sm text-ink-2">{isSelected ? on : off}</p>
        {isVendors ? null : <Tag tone="info">our choice: the vendor leaves this open</Tag>}
      </div>
    </div>
  );
}
