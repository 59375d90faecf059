import { Link } from '@tanstack/react-router';
import type { UsageView } from '../../api/types';

/** How a link in running text looks. */
export const linkLook = 'rounded-sm text-accent no-underline hover:underline';

/** The campaigns whose rules look at something, each a way to its rules. */
export function UsedBy({ campaigns }: { campaigns: readonly UsageView[] }) {
  if (campaigns.length === 0) return <span className="text-ink-3">no rule</span>;
  return (
    <span className="flex flex-wrap gap-x-2">
      {campaigns.map(({ campaignId, name }) => (
        <Link
          key={campaignId}
          to="/rules/{-$campaignId}"
          params={{ campaignId: String(campaignId) }}
          className={linkLook}
        >
          {name}
        </Link>
      ))}
    </span>
  );
}
