import { Link } from '@tanstack/react-router';
import type { WorkspaceView } from '../../api/types';
import { countOf, formatBytes } from '../../lib/text';

/** The workspace that is open, and the way back to it. */
export function OpenNow({ workspace }: { workspace: WorkspaceView }) {
  const { name, path, size, events } = workspace;
  return (
    <section
      aria-label="Open now"
      className="flex items-center gap-4 rounded-md border border-line bg-canvas px-3 py-2"
    >
      <div className="min-w-0 flex-1">
        <p className="m-0">
          <span className="text-ink-3">Open now: </span>
          <span className="font-semibold">{name}</span>
          <span className="text-ink-3">
            {' '}
            · {countOf(events, 'event')} · {formatBytes(size)}
          </span>
        </p>
        <p className="m-0 break-all text-sm text-ink-3">{path}</p>
      </div>
      <Link
        to="/stage/{-$sessionId}"
        params={{ sessionId: undefined }}
        className="shrink-0 rounded-sm text-accent no-underline hover:underline"
      >
        Back to the Stage
      </Link>
    </section>
  );
}
