import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { moveFaces } from '../moveFaces';
import { useDiagram } from './DiagramContext';
import { type PlacedArrow, pathThrough } from './layout';
import { MoveButton } from './MoveButton';

export type MoveArrowData = Edge<{ arrow: PlacedArrow }, 'move'>;

/** One arrow of the diagram with its word, or with the button that makes the move. */
export function MoveArrow({ id, data, markerEnd }: EdgeProps<MoveArrowData>) {
  const diagram = useDiagram();
  if (!data) return null;
  const { arrow } = data;
  const leavesPresent = arrow.from === (diagram.state ?? 'none');
  const hasButton = diagram.homes[arrow.ask] === arrow.id;
  return (
    <>
      <BaseEdge
        id={id}
        path={pathThrough(arrow.points)}
        {...(markerEnd ? { markerEnd } : {})}
        style={{
          stroke: leavesPresent ? 'var(--accent)' : 'var(--line-strong)',
          strokeWidth: leavesPresent ? 1.5 : 1,
        }}
      />
      <EdgeLabelRenderer>
        <div
          hidden={arrow.from === 'none'}
          className="absolute"
          style={{ transform: `translate(-50%, -50%) translate(${arrow.label.x}px, ${arrow.label.y}px)` }}
        >
          {hasButton ? (
            <MoveButton ask={arrow.ask} />
          ) : (
            <span className="rounded-sm bg-surface px-1 text-xs text-ink-3">{moveFaces[arrow.ask].word}</span>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
