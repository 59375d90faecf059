import { Workflow } from 'lucide-react';
import type { CampaignTraceView, EventDetailView } from '../../../api/types';
import { Disclosure } from '../../../kit/Disclosure';
import { EmptyState } from '../../../kit/EmptyState';
import { NotEvaluated } from '../../../kit/NotEvaluated';
import { RuleVerdict, verdictState } from '../../../kit/RuleVerdict';
import { StateBadge } from '../../../kit/StateBadge';

/** Every rule that was looked at, in the order of evaluation, with its verdict and conditions. */
export function RulesTab({ detail }: { detail: EventDetailView }) {
  const campaigns = detail.campaigns.filter((campaign) => campaign.rules.length > 0);
  if (campaigns.length === 0) {
    return (
      <>
        <EmptyState
          icon={Workflow}
          title="No rule was evaluated"
          sentence="No campaign was running when this event happened, or the request did not run the rules."
        />
        <NotEvaluated campaigns={detail.notEvaluated} />
      </>
    );
  }
  return (
    <div className="flex flex-col gap-3 px-3 py-2">
      {campaigns.map((campaign) => (
        <CampaignVerdicts key={campaign.campaignId} campaign={campaign} />
      ))}
      <div className="-mx-3">
        <NotEvaluated campaigns={detail.notEvaluated} />
      </div>
    </div>
  );
}

function CampaignVerdicts({ campaign }: { campaign: CampaignTraceView }) {
  return (
    <section aria-label={campaign.campaignName}>
      <h3 className="eyebrow m-0">{campaign.campaignName}</h3>
      {campaign.rules.map((rule) => (
        <Disclosure
          key={rule.index}
          defaultOpen
          title={
            <span className="flex min-w-0 flex-1 items-center gap-2">
              <span className="min-w-0 flex-1 font-medium break-words">{rule.title}</span>
              <StateBadge state={verdictState[rule.verdict]} />
            </span>
          }
        >
          <RuleVerdict rule={rule} hideHeading />
        </Disclosure>
      ))}
    </section>
  );
}
