/** One condition of a rule with what it wanted and what it found. */
export type ShownCondition = {
  /** Its place in the rule document, as a JSON pointer. */
  pointer: string;
  sentence: string;
  /** Empty for groups. */
  expected: string;
  /** Empty for groups and when there was none. */
  actual: string;
  outcome: 'passed' | 'notPassed' | 'error';
  /** Why not, when that is more than a comparison. */
  reason: string | null;
  children: readonly ShownCondition[];
};

/** One rule and its verdict. */
export type ShownRule = {
  /** Zero-based place in the campaign. */
  index: number;
  title: string;
  verdict: 'fired' | 'notMet' | 'excluded' | 'failed';
  why: string | null;
  conditions: readonly ShownCondition[];
};
