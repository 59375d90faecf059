import dagre from '@dagrejs/dagre';
import type { AskView, DiagramEdge, StateView } from '../../../api/types';
import { moveFaces } from '../moveFaces';

/** A state on the diagram; `none` is the session that does not exist yet. */
export type NodeId = StateView | 'none';

export type Point = { x: number; y: number };

export type PlacedNode = {
  id: NodeId;
  /** Upper left corner. */
  at: Point;
  width: number;
  height: number;
  /** Moves shown inside: those that lead back to the same state, and the first moves. */
  inside: readonly AskView[];
};

export type PlacedArrow = {
  id: string;
  from: NodeId;
  to: NodeId;
  ask: AskView;
  points: readonly Point[];
  /** Middle of the place kept free for the word or the button. */
  label: Point;
};

export type Placed = {
  nodes: PlacedNode[];
  arrows: PlacedArrow[];
  /** Size of the whole drawing, words and buttons included. */
  width: number;
  height: number;
};

const labelHeight = 26;
const wordWidth = 48;
const nodeWidth = 146;
const nodeHeight = 30;
const insideHeight = 30;

/**
 * Places the states and arrows from top to bottom for a session in `state`; `null` is one that does not exist
 * yet. Its arrows are left out once there is one: nothing leads back there.
 */
export function placeDiagram(edges: readonly DiagramEdge[], state: StateView | null): Placed {
  const shown = edges.filter((edge) => state === null || edge.from !== null);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 10, edgesep: 8, ranksep: 34, marginx: 8, marginy: 8 });
  const inside = insideOf(shown);
  for (const id of nodeIds(shown)) graph.setNode(id, sizeOf(id, inside.get(id) ?? []));
  for (const edge of shown) {
    if (edge.from === edge.to) continue;
    graph.setEdge(edge.from ?? 'none', edge.to, labelOf(edge, homeOf(edges, edge.ask, state)), edge.ask);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const nodes = nodeIds(shown).map((id) => placedNode(graph, id, inside));
  return { nodes, arrows: placedArrows(graph, shown), width, height };
}

/** Where the button of a move sits: on the arrow that leaves the present state, else on the first of its kind. */
export function homeOf(edges: readonly DiagramEdge[], ask: AskView, state: StateView | null): string | null {
  const ofKind = edges.filter((edge) => edge.ask === ask);
  const home = ofKind.find((edge) => edge.from === state) ?? ofKind.find((edge) => edge.from !== null);
  return home ? arrowId(home) : null;
}

/** The name of an arrow: where it begins and what is asked. */
export function arrowId(edge: { from: NodeId | null; ask: AskView }): string {
  return `${edge.from ?? 'none'}-${edge.ask}`;
}

function nodeIds(edges: readonly DiagramEdge[]): NodeId[] {
  return [...new Set(edges.flatMap((edge): NodeId[] => [edge.from ?? 'none', edge.to]))];
}

function insideOf(edges: readonly DiagramEdge[]): Map<NodeId, AskView[]> {
  const inside = new Map<NodeId, AskView[]>();
  for (const { from, to, ask } of edges) {
    if (from !== null && from !== to) continue;
    const id = from ?? 'none';
    inside.set(id, [...(inside.get(id) ?? []), ask]);
  }
  return inside;
}

/** The room a word or button takes on an arrow. The first moves have theirs inside the state they leave. */
function labelOf(edge: DiagramEdge, home: string | null): { width: number; height: number; labelpos: 'c' } {
  const width = home === arrowId(edge) ? moveFaces[edge.ask].width : wordWidth;
  return { width: edge.from === null ? 0 : width, height: labelHeight, labelpos: 'c' };
}

function sizeOf(id: NodeId, inside: readonly AskView[]): { width: number; height: number } {
  if (id === 'none') return { width: 182, height: nodeHeight + insideHeight };
  return { width: nodeWidth, height: nodeHeight + inside.length * insideHeight };
}

type Graph = InstanceType<typeof dagre.graphlib.Graph>;

function placedNode(graph: Graph, id: NodeId, inside: ReadonlyMap<NodeId, AskView[]>): PlacedNode {
  const { x, y, width, height } = graph.node(id) as Point & { width: number; height: number };
  return { id, at: { x: x - width / 2, y: y - height / 2 }, width, height, inside: inside.get(id) ?? [] };
}

function placedArrows(graph: Graph, edges: readonly DiagramEdge[]): PlacedArrow[] {
  return edges
    .filter((edge) => edge.from !== edge.to)
    .map((edge) => {
      const from = edge.from ?? 'none';
      const { points, x, y } = graph.edge(from, edge.to, edge.ask) as Point & { points: Point[] };
      return { id: arrowId(edge), from, to: edge.to, ask: edge.ask, points, label: { x, y } };
    });
}

/** A smooth line through the points, as an SVG path. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q ${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  const last = rest.at(-1);
  if (bends.length === 0 && last) return `M ${first.x} ${first.y} L ${last.x} ${last.y}`;
  return `M ${first.x} ${first.y} ${bends.join(' ')}`;
}
