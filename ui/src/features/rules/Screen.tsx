import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { campaignsQuery, workspaceQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Panes } from '../../kit/Panes';
import { CampaignEditor } from './CampaignEditor';
import { CampaignList } from './CampaignList';
import { newCampaign } from './drafts';

/** Where campaigns and their rules are written. */
export function RulesScreen() {
  const campaigns = useQuery(campaignsQuery);
  const workspace = useQuery(workspaceQuery);
  const asked = useParams({ strict: false }).campaignId;
  if (campaigns.error) {
    return (
      <div className="p-4">
        <ErrorNote
          message={refusalOf(campaigns.error).message}
          next="Mend what it names, then try again."
          action={<Button onPress={() => void campaigns.refetch()}>Try again</Button>}
        />
      </div>
    );
  }
  if (!campaigns.data || workspace.isPending) return <Loading label="Reading the campaigns…" />;
  const chosen = asked ?? (campaigns.data[0] ? String(campaigns.data[0].id) : null);
  const path = workspace.data?.path ?? '';
  const list = <CampaignList campaigns={campaigns.data} chosen={chosen} workspacePath={path} />;
  const editor = chosen === null ? <NoCampaigns /> : <CampaignEditor key={chosen} campaign={chosen} />;
  return (
    <Panes
      id="rules"
      panes={[
        { id: 'campaigns', label: 'Campaigns', size: 248, min: 180, max: 420, content: list },
        { id: 'campaign', label: 'Campaign', content: editor },
      ]}
    />
  );
}

function NoCampaigns() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Workflow}
      title="No campaigns yet"
      sentence="A campaign holds rules: when this happens and that is true, give such an effect."
      action={
        <Button
          tone="primary"
          onPress={() => void navigate({ to: '/rules/{-$campaignId}', params: { campaignId: newCampaign } })}
        >
          New campaign
        </Button>
      }
    />
  );
}
