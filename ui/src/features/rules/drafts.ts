import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { prettyJson } from '../../lib/json';
import { memory } from '../../lib/memory';
import type { DraftLimit } from './budgets/limits';
import { parseDocument, type RulesetDocument } from './document';

/** A campaign as it is being written, until it is saved or discarded. */
export type Draft = {
  name: string;
  description: string;
  /** RFC 3339 instants; empty for none. */
  startTime: string;
  endTime: string;
  /** Evaluated again when items are returned and the request asks for it. */
  reevaluateOnReturn: boolean;
  limits: DraftLimit[];
  document: RulesetDocument;
  /** The document as it was last typed as JSON, also while it cannot be read; `null` since the last change elsewhere. */
  text: string | null;
  /** The revision it was begun from; 0 for a campaign that does not exist yet. */
  revision: number;
};

type Drafts = {
  drafts: Record<string, Draft>;
  keep: (key: string, draft: Draft) => void;
  forget: (key: string) => void;
};

/** A campaign that runs as long as it is enabled. */
export const noDates = { startTime: '', endTime: '' };

/** Unsaved campaigns of every workspace; they outlive the screen and the window. */
export const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      drafts: {},
      keep: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
      forget: (key) =>
        set(({ drafts }) => {
          const { [key]: _gone, ...others } = drafts;
          return { drafts: others };
        }),
    }),
    { name: 'rules.drafts', version: 4, storage: createJSONStorage(() => memory), migrate: withSettings },
  ),
);

const noSettings = { ...noDates, limits: [], reevaluateOnReturn: false };

/** Drafts of before campaigns had dates, budgets and the mark for returns. */
function withSettings(stored: unknown): Pick<Drafts, 'drafts'> {
  const { drafts } = stored as Pick<Drafts, 'drafts'>;
  const dated = Object.entries(drafts).map(([key, draft]) => [key, { ...noSettings, ...draft }]);
  return { drafts: Object.fromEntries(dated) };
}

/** The address of the campaign that does not exist yet. */
export const newCampaign = 'new';

/** Which draft: of one workspace file, one campaign. */
export function draftKey(workspacePath: string, campaign: string): string {
  return `${workspacePath}#${campaign}`;
}

/** The text the JSON view shows. */
export function draftText(draft: Draft): string {
  return draft.text ?? prettyJson(draft.document);
}

/** Typed JSON: becomes the document when it can be read, and is kept as typed either way. */
export function withText(draft: Draft, text: string): Draft {
  const read = parseDocument(text);
  return 'document' in read ? { ...draft, text, document: read.document } : { ...draft, text };
}

/** A change made with the forms. */
export function withDocument(draft: Draft, document: RulesetDocument): Draft {
  return { ...draft, document, text: null };
}

/** Whether a draft says the same as what is saved. */
export function isSame(left: Draft, right: Draft): boolean {
  const unreadable = left.text !== null && !('document' in parseDocument(left.text));
  return (
    !unreadable &&
    left.name === right.name &&
    left.description === right.description &&
    JSON.stringify(left.limits) === JSON.stringify(right.limits) &&
    left.reevaluateOnReturn === right.reevaluateOnReturn &&
    left.startTime === right.startTime &&
    left.endTime === right.endTime &&
    JSON.stringify(left.document) === JSON.stringify(right.document)
  );
}
