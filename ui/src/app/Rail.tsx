import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { workspaceQuery } from '../api/queries';
import { screens } from './screens';

/** A screen is opened at its beginning, not where another address left off. */
const noParams = { sessionId: undefined, seq: undefined, campaignId: undefined };

const entryLook =
  'ring-inside flex h-[52px] flex-col items-center justify-center gap-1 rounded-md text-sm text-ink-2 no-underline';

/** The screens, at the left. Until a workspace is open they are named, and say why they cannot be opened. */
export function Rail() {
  const workspace = useQuery(workspaceQuery);
  const isOpen = Boolean(workspace.data);
  return (
    <nav
      aria-label="Screens"
      data-pane
      tabIndex={-1}
      className="flex flex-col gap-1 border-line border-r p-1.5"
    >
      {screens.map(({ path, title, icon: Icon, digit }) =>
        isOpen ? (
          <Link
            key={path}
            to={path}
            params={noParams}
            title={`${title} (Ctrl ${digit})`}
            className={`${entryLook} hover:bg-hover hover:text-ink`}
            activeProps={{
              className: 'bg-accent-soft! text-accent! font-semibold',
              'aria-current': 'page',
            }}
          >
            <Icon aria-hidden size={18} strokeWidth={1.75} />
            {title}
          </Link>
        ) : (
          <button
            key={path}
            type="button"
            aria-disabled="true"
            title="Open a workspace first"
            className={`${entryLook} cursor-not-allowed text-ink-3`}
          >
            <Icon aria-hidden size={18} strokeWidth={1.75} />
            {title}
          </button>
        ),
      )}
    </nav>
  );
}
