import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { campaignQuery, vocabularyQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Tabs } from '../../kit/Tabs';
import { useUndo } from '../../kit/useUndo';
import { CampaignBudgets } from './budgets/CampaignBudgets';
import { CampaignHeader } from './CampaignHeader';
import { CodesView } from './codes/CodesView';
import { newCampaign } from './drafts';
import { RuleViews } from './RuleViews';
import { TemplateChoices } from './TemplateChoices';
import { type CampaignDraft, useCampaignDraft } from './useCampaignDraft';
import { type Saving, useSaveCampaign } from './useSaveCampaign';

/** One campaign: its name, its rules, and what they do now. */
export function CampaignEditor({ campaign }: { campaign: string }) {
  const isNew = campaign === newCampaign;
  const read = useQuery({ ...campaignQuery(Number(campaign)), enabled: !isNew });
  const vocabulary = useQuery(vocabularyQuery);
  const own = useCampaignDraft(campaign);
  const fault = read.error ?? vocabulary.error;
  if (fault) {
    return (
      <div className="p-3">
        <ErrorNote message={refusalOf(fault).message} next="Choose another campaign at the left." />
      </div>
    );
  }
  if (!own || !vocabulary.data) return <Loading label="Opening the campaign…" />;
  return <OpenCampaign campaign={campaign} own={own} />;
}

/** The rules of a campaign, or its codes. */
function CampaignViews({ campaign, own, save }: { campaign: string; own: CampaignDraft; save: Saving }) {
  const [shown, show] = useState('rules');
  const id = campaign === newCampaign ? null : Number(campaign);
  return (
    <Tabs
      label="Parts of the campaign"
      value={shown}
      onChange={show}
      className="min-h-0 flex-1"
      items={[
        {
          id: 'rules',
          label: 'Rules',
          content: (
            <div className="flex h-full min-h-0 flex-col">
              <RuleViews key={campaign} campaignId={id} own={own} refused={save.problems} />
            </div>
          ),
        },
        { id: 'codes', label: 'Codes', content: <CodesView campaignId={id} name={own.draft.name} /> },
      ]}
    />
  );
}

function OpenCampaign({ campaign, own }: { campaign: string; own: CampaignDraft }) {
  const save = useSaveCampaign(campaign, own);
  const { revision: _saved, ...written } = own.draft;
  useUndo({
    group: 'Rules',
    place: `rules ${own.place}`,
    value: written,
    isChanged: own.isChanged,
    restore: (before) => own.change(({ revision }) => ({ ...before, revision })),
  });
  const [isBegun, setBegun] = useState(false);
  const isBlank = own.draft.document.promotionRules.length === 0 && own.draft.text === null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CampaignHeader campaign={campaign} own={own} save={save} />
      <CampaignBudgets campaign={campaign} own={own} save={save} />
      {isBlank && !isBegun ? (
        <TemplateChoices own={own} onStart={() => setBegun(true)} />
      ) : (
        <CampaignViews campaign={campaign} own={own} save={save} />
      )}
    </div>
  );
}
