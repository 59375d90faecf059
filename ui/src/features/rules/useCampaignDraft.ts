import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { campaignQuery, workspaceQuery } from '../../api/queries';
import type { CampaignView } from '../../api/types';
import { draftLimit } from './budgets/limits';
import { emptyDocument, readDocument } from './document';
import { type Draft, draftKey, isSame, newCampaign, noDates, useDrafts } from './drafts';

/** A campaign as it is being written, beside what is saved. */
export type CampaignDraft = {
  /** Names the draft: the workspace's file and the campaign. */
  place: string;
  draft: Draft;
  /** Whether there is something to save. */
  isChanged: boolean;
  /** Whether somebody saved the campaign since this draft was begun. */
  isOvertaken: boolean;
  change: (change: (draft: Draft) => Draft) => void;
  discard: () => void;
};

const blank: Draft = {
  name: 'New campaign',
  description: '',
  limits: [],
  reevaluateOnReturn: false,
  ...noDates,
  document: emptyDocument,
  text: null,
  revision: 0,
};

/** The draft of one campaign, or of the one that does not exist yet; `undefined` while it is being read. */
export function useCampaignDraft(campaign: string): CampaignDraft | undefined {
  const path = useQuery(workspaceQuery).data?.path ?? '';
  const isNew = campaign === newCampaign;
  const view = useQuery({ ...campaignQuery(Number(campaign)), enabled: !isNew }).data;
  const key = draftKey(path, campaign);
  const kept = useDrafts((state) => state.drafts[key]);
  const saved = useMemo(() => (isNew ? blank : view && savedDraft(view)), [isNew, view]);
  const change = useCallback(
    (changing: (draft: Draft) => Draft) => {
      const { drafts, keep, forget } = useDrafts.getState();
      const before = drafts[key] ?? saved;
      if (!before || !saved) return;
      const after = changing(before);
      if (!isNew && isSame(after, saved) && after.text === null) forget(key);
      else keep(key, after);
    },
    [key, saved, isNew],
  );
  const discard = useCallback(() => useDrafts.getState().forget(key), [key]);
  const draft = kept ?? saved;
  if (!draft || !saved) return undefined;
  return {
    place: key,
    draft,
    isChanged: isNew || !isSame(draft, saved),
    isOvertaken: !isNew && draft.revision !== saved.revision,
    change,
    discard,
  };
}

/** What is saved, as a draft; a document this window cannot read is shown as its text. */
function savedDraft({ row, reevaluateOnReturn, limits, ruleset, revision }: CampaignView): Draft {
  const read = readDocument(ruleset);
  const base = {
    name: row.name,
    description: row.description,
    startTime: row.startTime ?? '',
    endTime: row.endTime ?? '',
    reevaluateOnReturn,
    limits: limits.map(draftLimit),
    revision,
  };
  if ('document' in read) return { ...base, document: read.document, text: null };
  return { ...base, document: emptyDocument, text: JSON.stringify(ruleset, null, 2) };
}
