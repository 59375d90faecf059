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

/**
 * A note on hover and focus around one kit button. Without a text there is none, but the button keeps its place: one
 * that gets a note while it is focused would otherwise be made anew and lose the focus.
 */
export function Tooltip({ text, children }: { text: string | undefined; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={80} isDisabled={!text}>
      {children}
      <TooltipNote text={text ?? ''} />
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
