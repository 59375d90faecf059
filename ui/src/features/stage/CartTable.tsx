import { Plus } from 'lucide-react';
import { Button } from '../../kit/Button';
import { CartRow } from './CartRow';
import { errorsUnder } from './fieldErrors';
import { blankLine, withLine, withoutLine } from './sessionForm';
import { sentLines } from './sessionRequest';
import type { Stage } from './useStage';

const columns: readonly { title: string; width: number | null; isFigure?: boolean; isHidden?: boolean }[] = [
  { title: 'Details', width: 28, isHidden: true },
  { title: 'Name, SKU, category', width: null },
  { title: 'Quantity', width: 82 },
  { title: 'Price', width: 70, isFigure: true },
  { title: 'Discount', width: 68, isFigure: true },
  { title: 'Total', width: 70, isFigure: true },
  { title: 'Remove', width: 28, isHidden: true },
];

/** The cart, line by line. */
export function CartTable({ stage }: { stage: Stage }) {
  const { draft, errors, fixedReason } = stage;
  const { form, edit } = draft;
  const sent = sentLines(form);
  const isFixed = fixedReason !== null;
  const costed = (stage.isDirty ? stage.preview.outcome?.session : stage.session)?.items ?? [];
  return (
    <section aria-label="Cart" className="border-line border-b pb-2">
      <table aria-label="Cart lines" className="w-full table-fixed border-collapse text-base">
        <CartHead />
        <tbody>
          {form.lines.map((line) => {
            const index = sent.indexOf(line);
            return (
              <CartRow
                key={line.key}
                stage={stage}
                line={line}
                costed={index < 0 ? undefined : costed[index]}
                isChanged={draft.changedLines.has(line.key)}
                errors={errorsUnder(errors, `/cartItems/${index}`)}
                onChange={(next) => edit(withLine(form, next))}
                onRemove={() => edit(withoutLine(form, line.key))}
              />
            );
          })}
          {form.lines.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="h-9 px-3 text-ink-3">
                The cart is empty.
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <div className="flex items-center gap-2 px-3 pt-2">
        <Button
          size="small"
          icon={Plus}
          disabledReason={fixedReason}
          onPress={() => edit({ ...form, lines: [...form.lines, blankLine()] })}
        >
          Add a line
        </Button>
        {isFixed ? null : <span className="text-sm text-bad">{errors.at('/cartItems')}</span>}
      </div>
    </section>
  );
}

function CartHead() {
  return (
    <thead>
      <tr>
        {columns.map(({ title, width, isFigure, isHidden }) => (
          <th
            key={title}
            scope="col"
            style={width === null ? undefined : { width }}
            className={`h-7 border-line border-b px-1 text-sm font-medium text-ink-3 ${isFigure ? 'pr-2 text-right' : 'text-left'}`}
          >
            {isHidden ? <span className="sr-only">{title}</span> : title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
