import { Gift } from 'lucide-react';
import { useExplain } from '../../../api/explain';
import type { EventDetailView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { EmptyState } from '../../../kit/EmptyState';
import { EffectRow } from './EffectRow';
import { explanationOf } from './explanation';
import { useCurrency } from './useCurrency';

/** What the event gave or took back; each line opens to everything in it. */
export function EffectsTab({ detail }: { detail: EventDetailView }) {
  const show = useExplain((explain) => explain.show);
  const currency = useCurrency();
  if (detail.effects.length === 0) {
    return (
      <EmptyState
        icon={Gift}
        title="No effects"
        sentence="No rule gave anything for this event, and nothing was taken back."
        action={<Button onPress={() => show(explanationOf(detail))}>Why not?</Button>}
      />
    );
  }
  return (
    <table aria-label="Effects" className="w-full border-collapse">
      <thead>
        <tr className="text-left text-sm text-ink-3">
          <th scope="col" className={heading}>
            Effect
          </th>
          <th scope="col" className={`${heading} w-[34%]`}>
            Campaign · rule
          </th>
          <th scope="col" className={`${heading} pr-3 text-right`}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {numbered(detail).map(({ at, effect, life }) => (
          <EffectRow
            key={at}
            effect={effect}
            life={life}
            currency={currency}
            onWhy={() => show(explanationOf(detail, effect))}
          />
        ))}
      </tbody>
    </table>
  );
}

const heading = 'h-7 border-line border-b px-2 font-medium first:pl-3';

function numbered(detail: EventDetailView) {
  return detail.effects.map((effect, at) => ({ at, effect, life: detail.lives[at] }));
}
