import { useQueryClient } from '@tanstack/react-query';
import { Eye, LoaderCircle, Sparkles } from 'lucide-react';
import { evaluationOf, useExplain } from '../../api/explain';
import { eventQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { EffectView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';
import { useDrawer } from '../../kit/Drawer';
import { PanelHeader } from '../../kit/Panel';
import { showToast } from '../../kit/Toasts';
import { countOf } from '../../lib/text';
import { placeOf, useStageStore } from './drafts';
import { EffectList } from './EffectList';
import { Notes } from './Notes';
import { TotalsTable } from './TotalsTable';
import type { Stage } from './useStage';

/** What the rules give this cart now, and what is left to pay. */
export function EffectsPane({ stage }: { stage: Stage }) {
  const { preview, session, isDirty } = stage;
  const remarks = useStageStore((state) => state.remarks[placeOf(stage.workspace.path, stage.id)]) ?? [];
  const why = useWhy(stage);
  useCommands([
    { id: 'stage.why', title: 'Explain what the cart gets', group: 'Stage', keys: 'w', run: () => why(null) },
  ]);
  const shown = isDirty ? preview.outcome : null;
  const isRefused = isDirty && preview.refusal !== null;
  const effects = isRefused ? [] : ((shown ?? session)?.effects ?? []);
  return (
    <>
      <PanelHeader title="Effects now" aside={countOf(effects.length, 'effect')} />
      {isDirty && !isRefused ? <PreviewMark isLate={preview.isLate} /> : null}
      <div className="@container min-h-0 flex-1">
        <div className="flex h-full flex-col @lg:flex-row">
          <div className="min-h-0 flex-1 overflow-auto">
            {effects.length === 0 ? (
              <p className="m-0 flex items-start gap-2 px-3 py-3 text-ink-3">
                <Sparkles aria-hidden size={14} className="mt-[3px] shrink-0" />
                {nothingGiven(stage)}
              </p>
            ) : (
              <EffectList effects={effects} currency={stage.workspace.settings.currency} onWhy={why} />
            )}
            <Notes notes={shown ? shown.notes : remarks} />
          </div>
          <div className="shrink-0 overflow-auto border-line border-t @lg:w-72 @lg:border-t-0 @lg:border-l">
            <TotalsTable
              before={session?.totals ?? null}
              after={isRefused ? null : (shown?.session?.totals ?? null)}
              currency={stage.workspace.settings.currency}
            />
          </div>
        </div>
      </div>
    </>
  );
}

function PreviewMark({ isLate }: { isLate: boolean }) {
  return (
    <p
      title="Worked out from what you typed, and thrown away again"
      className="m-0 flex h-6 shrink-0 items-center gap-1.5 bg-warn-soft px-3 text-sm font-medium text-warn"
    >
      {isLate ? (
        <LoaderCircle aria-hidden size={12} className="animate-spin" />
      ) : (
        <Eye aria-hidden size={12} />
      )}
      preview — not stored yet
    </p>
  );
}

function nothingGiven({ session, preview, isDirty }: Stage): string {
  if (isDirty && preview.refusal) return 'There is no preview while something has to be mended first.';
  if (isDirty && !preview.outcome) return 'Working out what the rules give…';
  if (session?.state === 'cancelled') return 'Nothing stands: the session is cancelled.';
  return 'No rule gives this cart anything. Change the cart and watch this place.';
}

/** Opens the explanation of an effect, or of all rules: of the preview while there is one, else of the latest event. */
function useWhy(stage: Stage): (effect: EffectView | null) => void {
  const show = useExplain((state) => state.show);
  const { setOpen } = useDrawer();
  const queries = useQueryClient();
  const { preview, session, isDirty, id } = stage;
  return (effect) => {
    const focus = effect && { focus: evaluationOf(effect) };
    if (isDirty && preview.outcome) {
      const { campaigns, notEvaluated } = preview.outcome;
      show({ title: `Preview · ${id}`, campaigns, notEvaluated, ...focus });
      return setOpen(true);
    }
    if (!session?.latestSeq) {
      showToast({ title: 'Nothing to explain yet', detail: 'Fill the cart, then ask again.' });
      return;
    }
    queries.fetchQuery(eventQuery(session.latestSeq)).then(
      (event) => {
        const { campaigns, notEvaluated } = event;
        show({ title: `${event.row.title} · ${id}`, campaigns, notEvaluated, ...focus });
        setOpen(true);
      },
      (reason) => showToast({ tone: 'bad', title: 'Not explained', detail: refusalOf(reason).message }),
    );
  };
}
