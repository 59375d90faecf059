import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { dictionaryQuery, vocabularyQuery, workspaceQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { RuleProblemView, VocabularyView } from '../../api/types';
import { ErrorNote } from '../../kit/ErrorNote';
import { Note } from '../../kit/Note';
import { Panes } from '../../kit/Panes';
import { Segmented } from '../../kit/Segmented';
import { recall, remember } from '../../lib/memory';
import { parseDocument } from './document';
import { withText } from './drafts';
import { RuleEditorProvider } from './EditorContext';
import { NotRunningNote } from './NotRunningNote';
import { RuleBuilder } from './RuleBuilder';
import { RuleJson } from './RuleJson';
import { StageBar, type Trial, useTrialSessions } from './StageBar';
import type { CampaignDraft } from './useCampaignDraft';
import { useEditorState } from './useEditorState';
import { useRulesetCheck } from './useRulesetCheck';
import { useWhyRule } from './useWhyRule';

type Shown = 'forms' | 'both' | 'json';

const views = [
  { id: 'forms', label: 'Forms' },
  { id: 'both', label: 'Both' },
  { id: 'json', label: 'JSON' },
];

export type RuleViewsProps = {
  /** The campaign's number; `null` while it is new. */
  campaignId: number | null;
  own: CampaignDraft;
  /** Problems a refused save named. */
  refused: readonly RuleProblemView[];
};

/** The rules as forms and as JSON: two views of one document, with what the host says about it. */
export function RuleViews(props: RuleViewsProps) {
  const vocabulary = useQuery(vocabularyQuery).data;
  return vocabulary ? <Views {...props} vocabulary={vocabulary} /> : null;
}

function Views({ campaignId, own, refused, vocabulary }: RuleViewsProps & { vocabulary: VocabularyView }) {
  const [shown, show] = useShownView();
  const [reveal, setReveal] = useState<string | null>(null);
  const sessions = useTrialSessions();
  const [chosen, setTrial] = useState<Trial>({ sessionId: null, eventType: null });
  const trial = { ...chosen, sessionId: chosen.sessionId ?? sessions[0]?.id ?? null };
  const currency = useQuery(workspaceQuery).data?.settings.currency ?? '';
  const dictionary = useQuery(dictionaryQuery).data;
  const { check, error } = useRulesetCheck(own.draft.document, campaignId, trial.sessionId, trial.eventType);
  useWhyRule(check, trial.sessionId);
  const problems = check.problems.length > 0 ? check.problems : refused;
  const editor = useEditorState({ own, vocabulary, dictionary, currency, problems, check });
  const showJson = (pointer: string) => {
    if (shown === 'forms') show('both');
    setReveal(pointer);
  };
  const forms = (
    <div className="min-h-0 flex-1 overflow-auto bg-canvas">
      <BuilderNotes own={own} />
      {campaignId === null ? null : <NotRunningNote campaignId={campaignId} />}
      <RuleBuilder />
    </div>
  );
  const json = (
    <RuleJson
      draft={own.draft}
      problems={problems}
      reveal={reveal}
      onReveal={setReveal}
      onChange={(text) => {
        setReveal(null);
        own.change((before) => withText(before, text));
      }}
    />
  );
  return (
    <RuleEditorProvider value={{ ...editor, showJson }}>
      <div className="flex shrink-0 items-center gap-3 border-line border-b px-3 py-1.5">
        <div className="min-w-0 flex-1">
          <StageBar
            trial={trial}
            sessions={sessions}
            vocabulary={vocabulary}
            currency={currency}
            onChange={setTrial}
          />
        </div>
        <Segmented
          label="View of the rules"
          value={shown}
          onChange={(id) => show(id as Shown)}
          choices={views}
        />
      </div>
      {error ? <ErrorNote message={refusalOf(error).message} /> : null}
      <Layout shown={shown} forms={forms} json={json} />
    </RuleEditorProvider>
  );
}

function Layout({ shown, forms, json }: { shown: Shown; forms: ReactNode; json: ReactNode }) {
  const builder = { id: 'forms', label: 'Rules', content: forms };
  const text = { id: 'json', label: 'Rules as JSON', content: json };
  if (shown === 'json') return <Panes id="rules.json" panes={[text]} />;
  if (shown === 'forms') return <Panes id="rules.forms" panes={[builder]} />;
  return <Panes id="rules.both" panes={[builder, { ...text, size: 380, min: 240 }]} />;
}

function BuilderNotes({ own }: { own: CampaignDraft }) {
  if (own.draft.text === null || 'document' in parseDocument(own.draft.text)) return null;
  return (
    <div className="px-3 pt-3">
      <Note tone="warn">
        The JSON cannot be read at the moment. These forms show the last version that could; a change here
        replaces the JSON.
      </Note>
    </div>
  );
}

function useShownView(): [Shown, (shown: Shown) => void] {
  const [shown, setShown] = useState<Shown>(() => {
    const before = recall('rules.view');
    return before === 'both' || before === 'json' ? before : 'forms';
  });
  return [
    shown,
    (next) => {
      setShown(next);
      remember('rules.view', next);
    },
  ];
}
