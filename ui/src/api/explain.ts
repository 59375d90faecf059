import { create } from 'zustand';
import type { CampaignTraceView, EffectView, NotEvaluatedView } from './types';

/** One rule of one campaign. */
export type RulePlace = {
  campaignId: number;
  /** Zero-based place in the campaign. */
  ruleIndex: number;
  /** The code the rule was evaluated for, when it was for one. */
  code?: string;
};

/** The evaluation an effect came from: of its rule, for its code. */
export function evaluationOf({ campaignId, ruleIndex, code }: EffectView): RulePlace {
  return { campaignId, ruleIndex, ...(code === null ? {} : { code }) };
}

/** What the Explain drawer is about. */
export type Explanation = {
  /** What is explained, such as `Session closed · cart-7`. */
  title: string;
  /** Every campaign that was evaluated, fired or not. */
  campaigns: readonly CampaignTraceView[];
  /** Every campaign that was not, and why. */
  notEvaluated: readonly NotEvaluatedView[];
  /** The rule to open with; without it the first one that says something. */
  focus?: RulePlace;
};

type ExplainState = {
  explanation: Explanation | null;
  /** Counts the calls of `show`, so that asking for the same thing again opens the drawer again. */
  asked: number;
  /** Shows an explanation in the bottom drawer and opens it. */
  show: (explanation: Explanation) => void;
};

/** What the Explain drawer shows; any screen may ask, the drawer listens. */
export const useExplain = create<ExplainState>((set) => ({
  explanation: null,
  asked: 0,
  show: (explanation) => set((state) => ({ explanation, asked: state.asked + 1 })),
}));
