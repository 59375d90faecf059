import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../../api/queries';
import { Note } from '../../kit/Note';

/** Says that the verdicts beside the rules are what they would be: no event evaluates this campaign now. */
export function NotRunningNote({ campaignId }: { campaignId: number }) {
  const row = useQuery(campaignsQuery).data?.find(({ id }) => id === campaignId);
  if (!row || row.frontendState === 'running') return null;
  return (
    <div className="px-3 pt-3">
      <Note tone="info">
        The campaign is not running, so no event evaluates these rules. What stands beside them is what they
        would do.
      </Note>
    </div>
  );
}
