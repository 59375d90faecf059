import type { Moves } from './useMoves';
import type { Stage } from './useStage';

/** What a dialog about a move needs. */
export type QuestionProps = { stage: Stage; moves: Moves };
