import type { AskView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Kbd } from '../../../kit/Kbd';
import { moveFaces } from '../moveFaces';
import { useDiagram } from './DiagramContext';

/** One move as a button on the diagram. An illegal one stays, with the reason. */
export function MoveButton({ ask }: { ask: AskView }) {
  const { reasonOf, begin, hintOf } = useDiagram();
  const { label, key } = moveFaces[ask];
  const reason = reasonOf(ask);
  const hint = hintOf(ask);
  return (
    <span data-move={ask} className="nodrag nopan pointer-events-auto inline-flex">
      <Button
        size="small"
        label={label}
        disabledReason={reason}
        {...(hint ? { hint } : {})}
        onPress={() => begin(ask)}
        className={reason === null ? 'border-accent text-accent' : 'bg-surface'}
      >
        {label}
        <Kbd keys={key} />
      </Button>
    </span>
  );
}
