import type { Draft } from './drafts';

/** A draft without rules, for tests. */
export const blankDraft: Draft = {
  name: 'A',
  description: '',
  startTime: '',
  endTime: '',
  reevaluateOnReturn: false,
  limits: [],
  document: { promotionRules: [] },
  text: null,
  revision: 1,
};
