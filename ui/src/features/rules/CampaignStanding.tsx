import type { CampaignRowView } from '../../api/types';
import { StateBadge } from '../../kit/StateBadge';
import { TimeText } from '../../kit/TimeText';

/** What a campaign is now, and until or since when. */
export function CampaignStanding({ row }: { row: CampaignRowView }) {
  const date = dateOf(row);
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 text-ink-3">
      <StateBadge state={row.frontendState} />
      {date ? (
        <span>
          {date.word} <TimeText at={date.at} />
        </span>
      ) : null}
    </span>
  );
}

/** The date that explains the state, or that will change it next. */
function dateOf({ frontendState, startTime, endTime }: CampaignRowView): { word: string; at: string } | null {
  if (frontendState === 'scheduled' && startTime) return { word: 'starts', at: startTime };
  if (frontendState === 'expired' && endTime) return { word: 'ended', at: endTime };
  if (frontendState === 'running' && endTime) return { word: 'ends', at: endTime };
  return null;
}
