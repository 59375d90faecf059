import { type ReactNode, useId } from 'react';

export type PanelProps = {
  title: string;
  /** A figure or word after the title. */
  aside?: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Whether the body has its own inner spacing. */
  isPadded?: boolean;
};

/** A titled part of a pane; its body scrolls by itself. */
export function Panel({ title, aside, actions, children, className, isPadded }: PanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={`flex min-h-0 flex-col bg-surface ${className ?? ''}`}>
      <PanelHeader title={title} titleId={titleId} aside={aside} actions={actions} />
      <div className={`min-h-0 flex-1 overflow-auto ${isPadded ? 'p-3' : ''}`}>{children}</div>
    </section>
  );
}

/** The 36 px strip over a panel or a screen. */
export function PanelHeader(props: {
  title: string;
  titleId?: string;
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex h-9 shrink-0 items-center gap-2 border-line border-b px-3">
      <h2 id={props.titleId} className="m-0 truncate text-base font-semibold">
        {props.title}
      </h2>
      {props.aside === undefined ? null : <span className="truncate text-sm text-ink-3">{props.aside}</span>}
      <span className="flex-1" />
      {props.actions}
    </header>
  );
}
