import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

/** The floating note itself; use inside a `TooltipTrigger`. */
export function TooltipNote({ text }: { text: string }) {
  return (
    <AriaTooltip
      offset={6}
      className="max-w-80 rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-pop"
    >
      {text}
    </AriaTooltip>
  );
}

/** A note on hover and focus around one kit button. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <TooltipNote text={text} />
    </TooltipTrigger>
  );
}

/** A note on hover and focus around plain text, which becomes focusable for it. */
export function TextTooltip({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <Tooltip text={text}>
      <Focusable>
        <span role="note" className={`rounded-sm ${className ?? ''}`}>
          {label}
        </span>
      </Focusable>
    </Tooltip>
  );
}
