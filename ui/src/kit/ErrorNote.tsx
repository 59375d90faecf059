import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type ErrorNoteProps = {
  /** A full sentence: what is wrong. */
  message: string;
  /** Where: a field name or JSON pointer. */
  field?: string | null;
  /** What to do next, in a sentence. */
  next?: string;
  action?: ReactNode;
};

/** A refusal or fault, said aloud, with what to do next. */
export function ErrorNote({ message, field, next, action }: ErrorNoteProps) {
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md border border-bad bg-bad-soft px-3 py-2">
      <OctagonAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="m-0 break-words text-ink">{message}</p>
        {field ? (
          <p className="m-0 text-sm text-ink-2">
            At <code>{field}</code>
          </p>
        ) : null}
        {next ? <p className="m-0 text-sm text-ink-2">{next}</p> : null}
      </div>
      {action}
    </div>
  );
}
