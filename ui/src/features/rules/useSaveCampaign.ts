import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { campaignBudgetsQuery, campaignQuery, campaignsQuery } from '../../api/queries';
import { type Refusal, refusalOf } from '../../api/refusal';
import type { RuleProblemView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';
import { showToast } from '../../kit/Toasts';
import type { Json } from '../../lib/json';
import { limitBody } from './budgets/limits';
import { parseDocument } from './document';
import { type Draft, newCampaign } from './drafts';
import type { CampaignDraft } from './useCampaignDraft';

/** Saving, with the reason why it cannot be done now and what the host last refused. */
export type Saving = {
  run: () => void;
  isPending: boolean;
  disabledReason: string | null;
  refusal: Refusal | null;
  /** What was refused about the rules, by its place in the document. */
  problems: readonly RuleProblemView[];
};

/** Saves the draft; `Ctrl S` does the same. */
export function useSaveCampaign(campaign: string, own: CampaignDraft): Saving {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const id = campaign === newCampaign ? null : Number(campaign);
  const saving = useMutation({
    mutationFn: (draft: Draft) =>
      client.saveCampaign(
        id,
        {
          name: draft.name,
          description: draft.description,
          reevaluateOnReturn: draft.reevaluateOnReturn,
          limits: draft.limits.map(limitBody),
          startTime: draft.startTime,
          endTime: draft.endTime,
          ruleset: draft.document as Json,
        },
        false,
      ),
    onSuccess: (view) => {
      queries.setQueryData(campaignQuery(view.row.id).queryKey, view);
      void queries.invalidateQueries({ queryKey: campaignsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: campaignBudgetsQuery(view.row.id).queryKey });
      own.discard();
      showToast({ tone: 'good', title: `Saved “${view.row.name}”` });
      if (id === null) {
        void navigate({ to: '/rules/{-$campaignId}', params: { campaignId: String(view.row.id) } });
      }
    },
  });
  const disabledReason = reasonNotToSave(own);
  const run = () => saving.mutate(own.draft);
  useCommands([
    {
      id: 'rules.save',
      title: 'Save the campaign',
      group: 'Rules',
      keys: '$mod+s',
      keysText: 'Ctrl S',
      run,
      disabledReason,
    },
  ]);
  const refusal = saving.error && saving.variables === own.draft ? refusalOf(saving.error) : null;
  return { run, isPending: saving.isPending, disabledReason, refusal, problems: rulesetProblems(refusal) };
}

function reasonNotToSave({ draft, isChanged }: CampaignDraft): string | null {
  if (!isChanged) return 'Nothing has changed';
  const isUnreadable = draft.text !== null && 'problem' in parseDocument(draft.text);
  return isUnreadable ? 'The JSON cannot be read; mend it first' : null;
}

const rulesetField = '/ruleset';

function rulesetProblems(refusal: Refusal | null): RuleProblemView[] {
  const own = refusal?.problems.filter(({ field }) => field.startsWith(rulesetField)) ?? [];
  return own.map(({ field, message, start, end }) => ({
    pointer: field.slice(rulesetField.length),
    message,
    start,
    end,
  }));
}
