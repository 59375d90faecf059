import { useQuery } from '@tanstack/react-query';
import { OctagonX, Plus } from 'lucide-react';
import { useState } from 'react';
import { campaignBudgetsQuery, vocabularyQuery } from '../../../api/queries';
import { refusalOf } from '../../../api/refusal';
import type { BudgetView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Disclosure } from '../../../kit/Disclosure';
import { ErrorNote } from '../../../kit/ErrorNote';
import { countOf } from '../../../lib/text';
import { newCampaign } from '../drafts';
import type { CampaignDraft } from '../useCampaignDraft';
import type { Saving } from '../useSaveCampaign';
import { BudgetDialog } from './BudgetDialog';
import { BudgetRow } from './BudgetRow';
import type { DraftLimit } from './limits';

type CampaignBudgetsProps = { campaign: string; own: CampaignDraft; save: Saving };

/** What the campaign may give at most, how much of it is used, and the form that changes it. */
export function CampaignBudgets({ campaign, own, save }: CampaignBudgetsProps) {
  const vocabulary = useQuery(vocabularyQuery).data;
  const isNew = campaign === newCampaign;
  const read = useQuery({ ...campaignBudgetsQuery(Number(campaign)), enabled: !isNew });
  const [edited, setEdited] = useState<number | null>(null);
  const { limits } = own.draft;
  const budgets = read.data ?? [];
  if (!vocabulary) return null;
  const change = (next: DraftLimit[]) => own.change((before) => ({ ...before, limits: next }));
  return (
    <section aria-label="Budgets" className="shrink-0 border-line border-b px-3 py-1">
      <Disclosure title={<Summary limits={limits} budgets={budgets} />}>
        <div className="flex max-h-64 flex-col items-start gap-2 overflow-auto pt-1 pb-2">
          {read.error ? <ErrorNote message={refusalOf(read.error).message} /> : null}
          {limits.length === 0 ? (
            <p className="m-0 text-ink-3">
              Without a budget the campaign gives whatever its rules say, to everybody, for ever.
            </p>
          ) : (
            <ul className="m-0 flex w-full list-none flex-col gap-2 p-0">
              {limits.map((limit, index) => (
                <BudgetRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: two budgets may read the same while written
                  key={index}
                  limit={limit}
                  budgets={budgets}
                  vocabulary={vocabulary}
                  error={errorAt(save, index)}
                  onEdit={() => setEdited(index)}
                  onRemove={() => change(limits.filter((_, other) => other !== index))}
                />
              ))}
            </ul>
          )}
          <Button size="small" icon={Plus} onPress={() => setEdited(limits.length)}>
            Add budget
          </Button>
        </div>
      </Disclosure>
      {edited === null ? null : (
        <BudgetDialog
          vocabulary={vocabulary}
          before={limits[edited]}
          others={limits.filter((_, other) => other !== edited)}
          onClose={() => setEdited(null)}
          onDone={(limit) => {
            change(edited < limits.length ? limits.with(edited, limit) : [...limits, limit]);
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

function Summary({ limits, budgets }: { limits: readonly DraftLimit[]; budgets: readonly BudgetView[] }) {
  const usedUp = budgets.filter((budget) => budget.counters.some((counter) => counter.isUsedUp)).length;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="font-medium">Budgets</span>
      <span className="text-sm text-ink-3">
        {limits.length === 0 ? 'none, nothing is limited' : countOf(limits.length, 'budget')}
      </span>
      {usedUp > 0 ? (
        <span className="flex items-center gap-1 text-sm font-medium text-bad">
          <OctagonX aria-hidden size={13} className="shrink-0" />
          {usedUp} used up
        </span>
      ) : null}
    </span>
  );
}

/** What a refused save says of one budget or a field of it. */
function errorAt(save: Saving, index: number): string | undefined {
  const own = new RegExp(`^/limits/${index}(/|$)`);
  return save.refusal?.problems.find(({ field }) => own.test(field))?.message;
}
