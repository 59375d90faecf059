import type { EventDraft } from './drafts';
import type { Stage } from './useStage';

/** Whether the event can be bound to the session on the stage, as far as the window can tell. */
export function isBindable(stage: Stage, draft: EventDraft): boolean {
  const { session } = stage;
  return session?.state === 'open' && session.profileId !== null && session.profileId === draft.profileId;
}
