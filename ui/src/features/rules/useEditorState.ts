import { useMemo } from 'react';
import type { DictionaryView, RuleProblemView, RulesetCheckView, VocabularyView } from '../../api/types';
import type { Json } from '../../lib/json';
import type { RulesetDocument } from './document';
import { withDocument } from './drafts';
import { conditionsByPointer, type RuleEditor } from './EditorContext';
import type { CampaignDraft } from './useCampaignDraft';
import { selectorPaths } from './words';

type EditorParts = {
  own: CampaignDraft;
  vocabulary: VocabularyView;
  dictionary: DictionaryView | undefined;
  currency: string;
  problems: readonly RuleProblemView[];
  check: RulesetCheckView;
};

/** Puts together what the parts of the builder need. */
export function useEditorState(parts: EditorParts): Omit<RuleEditor, 'showJson'> {
  const { own, vocabulary, dictionary, currency, problems, check } = parts;
  const { document } = own.draft;
  const { change } = own;
  return useMemo(() => {
    const rules = check.verdict?.rules ?? [];
    return {
      document,
      edit: (changing: (before: Json) => Json) =>
        change((draft) => withDocument(draft, changing(draft.document as Json) as RulesetDocument)),
      vocabulary,
      paths: [...vocabulary.paths, ...selectorPaths(document)],
      attributes: changeableAttributes(dictionary),
      currency,
      problems,
      conditions: conditionsByPointer(rules),
      rules,
      effects: check.effects,
    };
  }, [document, change, vocabulary, dictionary, currency, problems, check]);
}

/** Custom attributes of the session, the customer and the cart items; an event's cannot be changed. */
function changeableAttributes(dictionary: DictionaryView | undefined) {
  const all = (dictionary?.entities ?? []).flatMap((entity) => entity.attributes);
  return all.filter((attribute) => !attribute.locked && !attribute.hidden && attribute.entity !== 'Event');
}
