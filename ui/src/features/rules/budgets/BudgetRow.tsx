import { CircleAlert, Pencil, Trash2 } from 'lucide-react';
import type { BudgetView, CounterView, VocabularyView } from '../../../api/types';
import { IconButton } from '../../../kit/IconButton';
import { Meter } from '../../../kit/Meter';
import { Tag } from '../../../kit/Tag';
import { type DraftLimit, limitSentence, savedBudget } from './limits';

type BudgetRowProps = {
  limit: DraftLimit;
  /** What is saved, with what is used of it. */
  budgets: readonly BudgetView[];
  vocabulary: VocabularyView;
  error: string | undefined;
  onEdit: () => void;
  onRemove: () => void;
};

/** One budget: what it limits, how much of it is used, and when it starts afresh. */
export function BudgetRow({ limit, budgets, vocabulary, error, onEdit, onRemove }: BudgetRowProps) {
  const sentence = limitSentence(limit, vocabulary);
  const saved = savedBudget(limit, budgets);
  return (
    <li className="rounded-md border border-line px-2.5 py-1.5">
      <div className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 flex-1 font-medium">{sentence}</span>
        {saved ? null : <Tag tone="warn">not saved yet</Tag>}
        <IconButton size="smallIcon" icon={Pencil} label={`Change “${sentence}”`} onPress={onEdit} />
        <IconButton size="smallIcon" icon={Trash2} label={`Remove “${sentence}”`} onPress={onRemove} />
      </div>
      {saved ? <Use budget={saved} /> : null}
      {error ? (
        <p className="m-0 flex items-start gap-1 text-sm text-bad">
          <CircleAlert aria-hidden size={13} className="mt-px shrink-0" />
          {error}
        </p>
      ) : null}
    </li>
  );
}

function Use({ budget }: { budget: BudgetView }) {
  const { counters, counterCount, entities, limit, resetsWords } = budget;
  const more = counterCount - counters.length;
  return (
    <div className="flex flex-col gap-1.5 pb-1">
      {counters.map((counter) => (
        <Counter key={counter.entity} counter={counter} limit={limit} />
      ))}
      {counters.length === 0 && entities.length === 0 ? (
        <Meter label="The whole campaign" text={`0 of ${limit} used`} percent={0} />
      ) : null}
      <p className="m-0 text-sm text-ink-3">
        {counters.length === 0 && entities.length > 0 ? 'Nobody used any of it yet · ' : ''}
        {more > 0 ? `and ${more} more with less · ` : ''}
        {resetsWords}
      </p>
    </div>
  );
}

function Counter({ counter, limit }: { counter: CounterView; limit: string }) {
  return (
    <Meter
      label={counter.entity || 'The whole campaign'}
      text={`${counter.used} of ${limit} used`}
      percent={counter.percent}
      fullWord={counter.isUsedUp ? 'used up' : undefined}
    />
  );
}
