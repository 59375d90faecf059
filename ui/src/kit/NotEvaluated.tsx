import { StateBadge } from './StateBadge';

/** A campaign that was left out, and why. */
export type LeftOutCampaign = { campaignId: number; campaignName: string; reason: string };

/** The campaigns nothing was asked of, each with the reason. Nothing where there are none. */
export function NotEvaluated({ campaigns }: { campaigns: readonly LeftOutCampaign[] }) {
  if (campaigns.length === 0) return null;
  return (
    <section aria-label="Not evaluated" className="pb-1">
      <h3 className="m-0 flex h-7 items-center gap-2 px-3 font-normal">
        <StateBadge state="notEvaluated" />
        <span className="text-sm text-ink-3">{campaigns.length}</span>
      </h3>
      <ul className="m-0 list-none p-0">
        {campaigns.map(({ campaignId, campaignName, reason }) => (
          <li key={campaignId} className="px-3 py-1">
            <span className="block leading-4 break-words text-ink-2">{campaignName}</span>
            <span className="block text-sm leading-4 break-words text-ink-3">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
