import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { stateDiagramQuery } from '../../api/queries';
import type { AskView } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { Kbd } from '../../kit/Kbd';
import { Loading } from '../../kit/Loading';
import { PanelHeader } from '../../kit/Panel';
import { type Pane, Panes } from '../../kit/Panes';
import { useNarrow } from '../../kit/useNarrow';
import { useUndo } from '../../kit/useUndo';
import { CartPane } from './CartPane';
import { placeOf } from './drafts';
import { EffectsPane } from './EffectsPane';
import { EventRail } from './EventRail';
import { moveFaces } from './moveFaces';
import type { OpenSession } from './openSession';
import { StageQuestions } from './StageQuestions';
import { type Moves, useMoves } from './useMoves';
import type { Stage } from './useStage';

export type StagePanesProps = { stage: Stage; onOpen: OpenSession; onNew: () => void };

/** Cart, diagram, effects, and the events under them. A narrow window stacks cart and effects. */
export function StagePanes({ stage, onOpen, onNew }: StagePanesProps) {
  const moves = useMoves(stage);
  const isNarrow = useNarrow(1180);
  useStageCommands(moves);
  const isFixed = stage.session !== null && stage.session.state !== 'open';
  useUndo({
    group: 'Stage',
    place: placeOf(stage.workspace.path, stage.id),
    value: stage.draft.form,
    isChanged: stage.draft.changes.length > 0,
    restore: stage.draft.edit,
    disabledReason: isFixed ? 'What was paid for is not changed here; reopen the session first' : null,
  });
  const cart: Pane = {
    id: 'cart',
    label: 'Customer and cart',
    content: <CartPane stage={stage} moves={moves} onOpen={onOpen} onNew={onNew} />,
  };
  const diagram: Pane = {
    id: 'diagram',
    label: 'State',
    content: <DiagramPane stage={stage} moves={moves} />,
  };
  const effects: Pane = { id: 'effects', label: 'Effects', content: <EffectsPane stage={stage} /> };
  const cartAndEffects: Pane = {
    id: 'left',
    label: 'Cart and effects',
    content: (
      <Panes id="stage.stack" direction="column" panes={[cart, { ...effects, size: 200, min: 120 }]} />
    ),
  };
  const sized: Pane = { ...diagram, size: 344, min: 260, max: 560 };
  const row: Pane[] = isNarrow
    ? [cartAndEffects, sized]
    : [cart, sized, { ...effects, size: 272, min: 220, max: 480 }];
  const main: Pane = {
    id: 'main',
    label: 'Stage',
    content: <Panes id={isNarrow ? 'stage.narrow' : 'stage'} panes={row} />,
  };
  const rail: Pane = {
    id: 'rail',
    label: 'Events of this session',
    size: 92,
    min: 72,
    max: 260,
    content: <EventRail stage={stage} onLedger={() => moves.ask('ledger')} />,
  };
  return (
    <>
      <Panes id="stage.rows" direction="column" panes={[main, rail]} />
      <StageQuestions stage={stage} moves={moves} />
    </>
  );
}

const Diagram = lazy(async () => ({ default: (await import('./diagram/StateDiagram')).StateDiagram }));

function DiagramPane({ stage, moves }: { stage: Stage; moves: Moves }) {
  const edges = useQuery(stateDiagramQuery).data;
  const waiting = <Loading label="Drawing the states…" />;
  return (
    <>
      <PanelHeader
        title="State"
        actions={
          <Button size="small" icon={Send} label="Send event…" onPress={() => moves.ask('event')}>
            Send event… <Kbd keys="E" />
          </Button>
        }
      />
      <div className="min-h-0 flex-1">
        <Suspense fallback={waiting}>
          {edges ? (
            <Diagram
              edges={edges}
              state={stage.session?.state ?? null}
              moves={stage.moves}
              reasonOf={moves.reasonOf}
              begin={moves.begin}
            />
          ) : (
            waiting
          )}
        </Suspense>
      </div>
    </>
  );
}

const asks = Object.keys(moveFaces) as AskView[];

function useStageCommands(moves: Moves): void {
  useCommands([
    ...asks.map((ask) => ({
      id: `stage.${ask}`,
      title: moveFaces[ask].label,
      group: 'Stage',
      keys: moveFaces[ask].key.toLowerCase(),
      run: () => moves.begin(ask),
      disabledReason: moves.reasonOf(ask),
    })),
    { id: 'stage.event', title: 'Send event…', group: 'Stage', keys: 'e', run: () => moves.ask('event') },
    {
      id: 'stage.ledger',
      title: 'Ledger of this session',
      group: 'Stage',
      keys: 'l',
      run: () => moves.ask('ledger'),
    },
  ]);
}
