import '@xyflow/react/dist/base.css';
import { MarkerType, ReactFlow, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import type { AskView, DiagramEdge, MoveView, StateView } from '../../../api/types';
import { DiagramProvider } from './DiagramContext';
import { homeOf, type NodeId, type Placed, placeDiagram } from './layout';
import { MoveArrow, type MoveArrowData } from './MoveArrow';
import { StateNode, type StateNodeData } from './StateNode';
import { type Size, useRoom } from './useRoom';

export type StateDiagramProps = {
  edges: readonly DiagramEdge[];
  /** State of the session; `null` while it is not stored. */
  state: StateView | null;
  moves: readonly MoveView[];
  reasonOf: (ask: AskView) => string | null;
  begin: (ask: AskView) => void;
};

/** The life of a session as a diagram, with every move as a button on it. */
export function StateDiagram(props: StateDiagramProps) {
  const { edges, state, moves, reasonOf, begin } = props;
  const placed = useMemo(() => placeDiagram(edges, state), [edges, state]);
  const homes = useMemo(
    () => Object.fromEntries(moves.map(({ ask }) => [ask, homeOf(edges, ask, state) ?? undefined])),
    [edges, moves, state],
  );
  const hintOf = (ask: AskView) => {
    const move = moves.find((one) => one.ask === ask);
    if (!move?.event) return undefined;
    return [move.consequence, `Makes the event ${move.event}.`].filter(Boolean).join(' ');
  };
  return (
    <DiagramProvider value={{ state, homes, reasonOf, begin, hintOf }}>
      <Drawing placed={placed} state={state} />
    </DiagramProvider>
  );
}

const nodeTypes = { state: StateNode };
const edgeTypes = { move: MoveArrow };
/** Below this the words cannot be read; the pane is then moved by its edges. */
const smallest = 0.6;

function Drawing({ placed, state }: { placed: Placed; state: StateView | null }) {
  const nodes = useMemo(() => placed.nodes.map(nodeOf), [placed]);
  const arrows = useMemo(() => placed.arrows.map((arrow) => edgeOf(arrow, state ?? 'none')), [placed, state]);
  const [room, place] = useRoom();
  return (
    <div ref={place} className="h-full w-full">
      {room.width === 0 ? null : (
        <ReactFlow
          nodes={nodes}
          edges={arrows}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          viewport={fittingView(placed, room)}
          minZoom={smallest}
          maxZoom={1}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          panOnScroll={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
          role="group"
          aria-label="States of the session"
        />
      )}
    </div>
  );
}

/** The view that keeps the whole diagram in the middle of the room, smaller where there is too little of it. */
function fittingView({ width, height }: Placed, room: Size): Viewport {
  const zoom = Math.max(smallest, Math.min(1, room.width / width, room.height / height));
  const x = Math.max(0, (room.width - width * zoom) / 2);
  const y = Math.max(0, (room.height - height * zoom) / 2);
  return { x, y, zoom };
}

function nodeOf({ id, at, width, height, inside }: Placed['nodes'][number]): StateNodeData {
  return { id, type: 'state', position: at, width, height, data: { state: id, inside } };
}

function edgeOf(arrow: Placed['arrows'][number], present: NodeId): MoveArrowData {
  const color = arrow.from === present ? 'var(--accent)' : 'var(--line-strong)';
  return {
    id: arrow.id,
    source: arrow.from,
    target: arrow.to,
    type: 'move',
    data: { arrow },
    markerEnd: { type: MarkerType.ArrowClosed, color, width: 14, height: 14 },
  };
}
