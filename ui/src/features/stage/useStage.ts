import { useQuery } from '@tanstack/react-query';
import { dictionaryQuery, firstMovesQuery, sessionQuery } from '../../api/queries';
import { goodsQuery } from '../../api/stage';
import type {
  AskView,
  AttributeView,
  CartLineView,
  MoveView,
  SessionView,
  WorkspaceView,
} from '../../api/types';
import { type FieldErrors, fieldErrorsOf } from './fieldErrors';
import { type DraftState, useDraft } from './useDraft';
import { type Preview, usePreview } from './usePreview';

/** Everything the panes of the stage read. */
export type Stage = {
  id: string;
  workspace: WorkspaceView;
  /** The session as stored; `null` while it is not. */
  session: SessionView | null;
  moves: readonly MoveView[];
  draft: DraftState;
  /** The draft differs from what is stored, or nothing is stored yet. */
  isDirty: boolean;
  /** Why the cart cannot be changed now; `null` while it can. */
  fixedReason: string | null;
  preview: Preview;
  errors: FieldErrors;
  goods: readonly CartLineView[];
  attributes: {
    session: readonly AttributeView[];
    item: readonly AttributeView[];
    profile: readonly AttributeView[];
  };
};

/** The session of this id with its draft, its preview and what can be asked of it. */
export function useStage(workspace: WorkspaceView, id: string) {
  const stored = useQuery(sessionQuery(id));
  const first = useQuery(firstMovesQuery);
  const goods = useQuery(goodsQuery(workspace.path)).data ?? nothing;
  const dictionary = useQuery(dictionaryQuery).data;
  const session = stored.data ?? null;
  const draft = useDraft(workspace.path, id, session);
  const moves = session?.moves ?? first.data ?? nothing;
  const update = moves.find((move) => move.ask === 'update');
  const fixedReason = update && !update.allowed ? (update.reason ?? 'This session cannot be changed.') : null;
  const isDirty = draft.changes.length > 0 || (session === null && stored.isSuccess);
  const preview = usePreview(id, draft, isDirty && fixedReason === null);
  const attributesOf = (entity: string) =>
    dictionary?.entities.find((one) => one.entity === entity)?.attributes.filter(isOffered) ?? nothing;
  const stage: Stage = {
    id,
    workspace,
    session,
    moves,
    draft,
    isDirty,
    fixedReason,
    preview,
    errors: fieldErrorsOf(preview.refusal),
    goods,
    attributes: {
      session: attributesOf('CustomerSession'),
      item: attributesOf('CartItem'),
      profile: attributesOf('CustomerProfile'),
    },
  };
  return { stage, isPending: stored.isPending || first.isPending, error: stored.error ?? first.error };
}

/** The arrow of one move as it stands. */
export function moveOf(stage: Stage, ask: AskView): MoveView | undefined {
  return stage.moves.find((move) => move.ask === ask);
}

const nothing: readonly never[] = [];

/** Built-in attributes are not set by hand, hidden ones are not offered. */
function isOffered(attribute: AttributeView): boolean {
  return !attribute.locked && !attribute.hidden;
}
