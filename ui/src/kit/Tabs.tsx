import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { formatCount } from '../lib/text';

export type TabItem = {
  id: string;
  label: string;
  /** A figure after the label, such as how many there are. */
  count?: number;
  content: ReactNode;
};

export type TabsProps = {
  label: string;
  items: readonly TabItem[];
  value: string;
  onChange: (id: string) => void;
  className?: string;
  /** Sits at the right end of the row of tabs. */
  actions?: ReactNode;
};

/** Views of one thing, one at a time. The panel scrolls by itself. */
export function Tabs(props: TabsProps) {
  return (
    <AriaTabs
      selectedKey={props.value}
      onSelectionChange={(key) => props.onChange(String(key))}
      className={`flex min-h-0 flex-1 flex-col ${props.className ?? ''}`}
    >
      <div className="flex shrink-0 items-center border-line border-b px-3">
        <TabList aria-label={props.label} className="flex min-w-0 flex-1 gap-4">
          {props.items.map((item) => (
            <Tab
              key={item.id}
              id={item.id}
              className="ring-inside -mb-px flex h-8 items-center gap-1.5 border-transparent border-b-2 text-base text-ink-2 data-[hovered]:text-ink data-[selected]:border-accent data-[selected]:font-medium data-[selected]:text-ink"
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="rounded-sm bg-sunken px-1 text-xs text-ink-2">
                  {formatCount(item.count)}
                </span>
              )}
            </Tab>
          ))}
        </TabList>
        {props.actions}
      </div>
      {props.items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="ring-inside min-h-0 flex-1 overflow-auto">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
