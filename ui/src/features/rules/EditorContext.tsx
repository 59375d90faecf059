import { createContext, useContext } from 'react';
import type {
  AttributeView,
  ConditionView,
  EffectView,
  PathView,
  RuleProblemView,
  RuleTraceView,
  VocabularyView,
} from '../../api/types';
import type { Json } from '../../lib/json';
import type { RulesetDocument } from './document';
import { innerLists } from './document';

/** What every part of the builder needs: the document, a way to change it, and what the host says about it now. */
export type RuleEditor = {
  document: RulesetDocument;
  /** Changes the document; the change gets and gives the whole of it. */
  edit: (change: (document: Json) => Json) => void;
  vocabulary: VocabularyView;
  /** Every path, the document's own item lists included. */
  paths: readonly PathView[];
  /** Custom attributes an effect can change. */
  attributes: readonly AttributeView[];
  currency: string;
  problems: readonly RuleProblemView[];
  /** Conditions with their outcome against the chosen session, by JSON pointer. */
  conditions: ReadonlyMap<string, ConditionView>;
  rules: readonly RuleTraceView[];
  effects: readonly EffectView[];
  /** Shows the place in the JSON. */
  showJson: (pointer: string) => void;
};

const Context = createContext<RuleEditor | null>(null);

export const RuleEditorProvider = Context;

/** The editor around a part of the builder. */
export function useRuleEditor(): RuleEditor {
  const editor = useContext(Context);
  if (!editor) throw new Error('This part belongs inside a rule editor.');
  return editor;
}

/** Every condition of a trace, inner ones included, by its pointer. */
export function conditionsByPointer(rules: readonly RuleTraceView[]): Map<string, ConditionView> {
  const found = new Map<string, ConditionView>();
  const collect = (conditions: readonly ConditionView[]) => {
    for (const condition of conditions) {
      found.set(condition.pointer, condition);
      collect(condition.children);
    }
  };
  for (const rule of rules) collect(rule.conditions);
  return found;
}

/** The problems of a block itself, without those of blocks inside it. */
export function problemsOf(problems: readonly RuleProblemView[], pointer: string): RuleProblemView[] {
  return problems.filter((problem) => {
    if (problem.pointer === pointer) return true;
    if (!problem.pointer.startsWith(`${pointer}/`)) return false;
    const [field, index] = problem.pointer.slice(pointer.length + 1).split('/');
    return !(innerLists.some((list) => list === field) && index !== undefined);
  });
}
