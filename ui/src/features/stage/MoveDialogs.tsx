import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { refusalOf } from '../../api/refusal';
import { reopenPreviewQuery, updatePreviewQuery } from '../../api/stage';
import type { OutcomeView } from '../../api/types';
import { ConfirmDialog } from '../../kit/ConfirmDialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Note } from '../../kit/Note';
import { EffectList, isRollback } from './EffectList';
import { FateTables } from './FateTables';
import { Notes } from './Notes';
import type { QuestionProps } from './questions';
import { cancelling } from './useMoves';

/** Asks before a session is given up, with what would be taken back. */
export function CancelDialog({ stage, moves }: QuestionProps) {
  const rehearsal = useQuery(updatePreviewQuery(stage.id, cancelling));
  const isOpen = stage.session?.state === 'open';
  return (
    <ConfirmDialog
      title={`Cancel session ${stage.id}?`}
      isOpen
      width="normal"
      onClose={() => moves.ask(null)}
      onConfirm={moves.cancel}
      confirmLabel="Cancel the session"
      isDangerous
      isPending={moves.isPending}
    >
      <Fate stage={stage} moves={moves} rehearsal={rehearsal}>
        {isOpen ? (
          <p className="m-0">
            The cart is given up before it was paid. Nothing can happen to this session afterwards.
          </p>
        ) : (
          <p className="m-0">The sale is revoked. Nothing can happen to this session afterwards.</p>
        )}
        {isOpen && stage.isDirty ? (
          <Note tone="warn">What you changed and did not store is not part of it and will be gone.</Note>
        ) : null}
      </Fate>
    </ConfirmDialog>
  );
}

/** Asks before a closed session is opened again, with what would be taken back. */
export function ReopenDialog({ stage, moves }: QuestionProps) {
  const rehearsal = useQuery(reopenPreviewQuery(stage.id));
  return (
    <ConfirmDialog
      title={`Reopen session ${stage.id}?`}
      isOpen
      width="normal"
      onClose={() => moves.ask(null)}
      onConfirm={moves.reopen}
      confirmLabel="Reopen the session"
      isPending={moves.isPending}
    >
      <Fate stage={stage} moves={moves} rehearsal={rehearsal}>
        <p className="m-0">The sale is undone, and the cart can be changed and closed again.</p>
      </Fate>
    </ConfirmDialog>
  );
}

type FateProps = QuestionProps & { rehearsal: UseQueryResult<OutcomeView>; children: ReactNode };

function Fate({ stage, moves, rehearsal, children }: FateProps) {
  const refusal = moves.refusal ?? (rehearsal.error ? refusalOf(rehearsal.error) : null);
  return (
    <div className="flex flex-col gap-3">
      {children}
      {rehearsal.isPending ? <Loading label="Rehearsing…" /> : null}
      {rehearsal.data ? (
        <WhatChanges outcome={rehearsal.data} currency={stage.workspace.settings.currency} />
      ) : null}
      {refusal ? <ErrorNote message={refusal.message} next="Nothing was stored." /> : null}
    </div>
  );
}

/** The fate of what stood when a move ends something; then what the move gives by itself, if anything. */
export function WhatChanges({ outcome, currency }: { outcome: OutcomeView; currency: string }) {
  const given = outcome.fate ? outcome.effects.filter((effect) => !isRollback(effect)) : outcome.effects;
  return (
    <div className="flex flex-col gap-3">
      {outcome.fate ? <FateTables fate={outcome.fate} currency={currency} /> : null}
      {given.length > 0 || !outcome.fate ? (
        <section>
          <h3 className="eyebrow m-0 pb-1">{outcome.fate ? 'The move itself gives' : 'What this does'}</h3>
          {given.length === 0 ? (
            <p className="m-0 text-ink-2">No effect is given or taken back.</p>
          ) : (
            <div className="max-h-80 overflow-auto rounded-md border border-line">
              <EffectList effects={given} currency={currency} />
            </div>
          )}
        </section>
      ) : null}
      <Notes notes={outcome.notes} />
    </div>
  );
}
