import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { couponSuggestionsQuery } from '../../api/coupons';
import { AttributeFields } from '../../kit/AttributeFields';
import { Button } from '../../kit/Button';
import { Disclosure } from '../../kit/Disclosure';
import { ErrorNote } from '../../kit/ErrorNote';
import { Kbd } from '../../kit/Kbd';
import { Note } from '../../kit/Note';
import { StateBadge } from '../../kit/StateBadge';
import { Tag } from '../../kit/Tag';
import { TokensField } from '../../kit/TokensField';
import { countOf } from '../../lib/text';
import { CartTable } from './CartTable';
import { CodeVerdicts } from './CodeVerdicts';
import { CustomerSection } from './CustomerSection';
import { leftoverMessages, messagesOf } from './fieldErrors';
import { MoreFields } from './MoreFields';
import type { OpenSession } from './openSession';
import { SectionTitle } from './SectionTitle';
import { SessionPicker } from './SessionPicker';
import type { Moves } from './useMoves';
import type { Stage } from './useStage';

export type CartPaneProps = { stage: Stage; moves: Moves; onOpen: OpenSession; onNew: () => void };

/** The session with its customer and cart, to be changed while it is open. */
export function CartPane({ stage, moves, onOpen, onNew }: CartPaneProps) {
  return (
    <>
      <header className="flex h-9 shrink-0 items-center gap-2 border-line border-b px-3">
        <SessionPicker id={stage.id} onOpen={onOpen} />
        {stage.session ? <StateBadge state={stage.session.state} /> : <Tag>Not stored yet</Tag>}
        <span className="flex-1" />
        <Button size="small" icon={Plus} label="New session" onPress={onNew}>
          New session <Kbd keys="N" />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <StageNotes stage={stage} moves={moves} />
        <CustomerSection stage={stage} onOpen={onOpen} />
        <CartTable stage={stage} />
        <SessionFields stage={stage} />
      </div>
      <DraftBar stage={stage} />
    </>
  );
}

function StageNotes({ stage, moves }: { stage: Stage; moves: Moves }) {
  const isMoving = moves.question === null && moves.refusal !== null && stage.preview.refusal === null;
  const messages = isMoving ? messagesOf(moves.refusal) : leftoverMessages(stage.preview.refusal);
  const isSilent = messages.length === 0 && stage.fixedReason === null && !stage.draft.isOutrun;
  if (isSilent) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pt-2">
      {stage.fixedReason ? <Note>{stage.fixedReason}</Note> : null}
      {stage.draft.isOutrun ? (
        <Note tone="warn">
          This session was changed elsewhere after you began. Your changes are still here; discard them to see
          what is stored.
        </Note>
      ) : null}
      {messages.map((message) => (
        <ErrorNote key={message} message={message} next="Nothing was stored." />
      ))}
    </div>
  );
}

function SessionFields({ stage }: { stage: Stage }) {
  const { draft, errors } = stage;
  const { form, edit } = draft;
  const isFixed = stage.fixedReason !== null;
  const suggestions = useQuery(couponSuggestionsQuery).data ?? [];
  return (
    <div className="flex flex-col gap-1 px-3 py-2">
      <TokensField
        label="Coupon codes"
        layout="beside"
        values={form.couponCodes}
        onChange={(couponCodes) => edit({ ...form, couponCodes })}
        placeholder="Type a code, then Enter"
        suggestions={isFixed ? [] : suggestions}
        error={errors.within('/couponCodes')}
        isReadOnly={isFixed}
        isChanged={draft.changes.includes('couponCodes')}
      />
      <CodeVerdicts stage={stage} />
      {stage.attributes.session.length > 0 ? (
        <Disclosure
          defaultOpen={Object.keys(form.attributes).length > 0}
          title={
            <SectionTitle
              title="Session attributes"
              count={Object.keys(form.attributes).length}
              isChanged={draft.changes.includes('attributes')}
              isWrong={errors.within('/attributes') !== undefined}
            />
          }
        >
          <AttributeFields
            attributes={stage.attributes.session}
            texts={form.attributes}
            onChange={(next) => edit({ ...form, attributes: next })}
            errorAt={(name) => errors.within(`/attributes/${name}`)}
            isReadOnly={isFixed}
          />
        </Disclosure>
      ) : null}
      <MoreFields stage={stage} />
    </div>
  );
}

function DraftBar({ stage }: { stage: Stage }) {
  const { draft, isDirty, session } = stage;
  const isEmptyNew = session === null && draft.changes.length === 0;
  const isRemarkable = isDirty && !isEmptyNew;
  return (
    <footer className="flex h-9 shrink-0 items-center gap-2 border-line border-t bg-surface px-3 text-sm text-ink-3">
      {isRemarkable ? (
        <>
          <Tag tone="warn">{countOf(draft.changes.length, 'change')} not stored</Tag>
          <span className="truncate">
            <Kbd keys="U" /> stores, <Kbd keys="C" /> stores and closes
          </span>
          <span className="flex-1" />
          <Button size="small" tone="quiet" onPress={draft.discard}>
            Discard
          </Button>
        </>
      ) : (
        <span className="truncate">
          {session ? 'Everything is stored.' : 'Add goods, then press U to store the session.'}
          {stage.fixedReason === null ? (
            <>
              {' '}
              On a line <Kbd keys="+ −" /> change the quantity.
            </>
          ) : null}
        </span>
      )}
    </footer>
  );
}
