import type { ReactNode } from 'react';

export type KeyValueProps = {
  items: readonly { key: string; value: ReactNode; isFigure?: boolean }[];
  className?: string;
};

/** Facts as name and value, names aligned. */
export function KeyValue({ items, className }: KeyValueProps) {
  return (
    <dl
      className={`m-0 grid grid-cols-[minmax(96px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 ${className ?? ''}`}
    >
      {items.map((item) => (
        <div key={item.key} className="contents">
          <dt className="text-ink-3">{item.key}</dt>
          <dd className={`m-0 min-w-0 break-words ${item.isFigure ? 'text-right' : ''}`}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
