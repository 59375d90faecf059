import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components';

export type DisclosureProps = {
  title: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
};

/** Something that can be opened where it stands. */
export function Disclosure({ title, children, defaultOpen }: DisclosureProps) {
  const [isOpen, setOpen] = useState(defaultOpen ?? false);
  return (
    <AriaDisclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <div>
        <Button
          slot="trigger"
          className="ring-inside flex min-h-7 w-full items-center gap-1.5 rounded-sm text-left data-[hovered]:bg-hover"
        >
          <ChevronRight
            aria-hidden
            size={13}
            className={`shrink-0 text-ink-3 ${isOpen ? 'rotate-90' : ''}`}
          />
          {title}
        </Button>
      </div>
      <DisclosurePanel className="pl-5">{isOpen ? children : null}</DisclosurePanel>
    </AriaDisclosure>
  );
}
