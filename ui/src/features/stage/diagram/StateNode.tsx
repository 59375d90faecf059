import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { CircleDashed } from 'lucide-react';
import type { AskView } from '../../../api/types';
import { StateBadge } from '../../../kit/StateBadge';
import { moveFaces } from '../moveFaces';
import { useDiagram } from './DiagramContext';
import type { NodeId } from './layout';
import { MoveButton } from './MoveButton';

export type StateNodeData = Node<{ state: NodeId; inside: readonly AskView[] }, 'state'>;

/** One state of the diagram; the present one says so in words. Moves that stay in it are inside. */
export function StateNode({ data }: NodeProps<StateNodeData>) {
  const diagram = useDiagram();
  const isPresent = (diagram.state ?? 'none') === data.state;
  const look = isPresent ? 'border-accent bg-accent-soft ring-1 ring-accent' : 'border-line-strong bg-raised';
  return (
    <div
      data-state={data.state}
      data-present={isPresent || undefined}
      className={`relative flex h-full w-full flex-col rounded-md border px-1.5 ${look}`}
    >
      {isPresent ? (
        <span className="absolute -top-[11px] right-1.5 rounded-sm bg-accent px-1 font-semibold text-on-accent text-xs leading-4">
          now
        </span>
      ) : null}
      <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
      <div className="flex h-[28px] shrink-0 items-center gap-1">
        <StateName state={data.state} />
      </div>
      {data.inside.length > 0 ? (
        <div className="flex h-[28px] items-center gap-1">
          {data.inside.map((ask) => (
            <InsideMove key={ask} ask={ask} state={data.state} />
          ))}
        </div>
      ) : null}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    </div>
  );
}

function InsideMove({ ask, state }: { ask: AskView; state: NodeId }) {
  const { homes } = useDiagram();
  if (homes[ask] === `${state}-${ask}`) return <MoveButton ask={ask} />;
  return <span className="px-1 text-xs text-ink-3">↻ {moveFaces[ask].word} again</span>;
}

function StateName({ state }: { state: NodeId }) {
  if (state !== 'none') return <StateBadge state={state} />;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-sm text-ink-2">
      <CircleDashed aria-hidden size={12} />
      Not stored
    </span>
  );
}
