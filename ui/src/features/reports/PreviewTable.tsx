import type { Kind, ReportPreview } from '../../api/types';

const cell = 'h-7 max-w-96 overflow-hidden text-ellipsis whitespace-nowrap border-line border-b px-2';

/** The first rows, cell by cell the words that are written. */
export function PreviewTable({ seen }: { seen: ReportPreview }) {
  return (
    <section
      aria-label="Preview of the rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="ring-inside min-h-0 flex-1 overflow-auto"
    >
      <table aria-label="Preview" className="border-separate border-spacing-0 text-base">
        <thead>
          <tr>
            {seen.headings.map(({ title, kind }) => (
              <th
                key={title}
                scope="col"
                className={`${cell} sticky top-0 bg-surface text-sm font-medium text-ink-3 ${edge(kind)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and are never moved
            <tr key={place} className="hover:bg-hover">
              {seen.headings.map(({ title, kind }, column) => (
                <td key={title} title={row[column]} className={`${cell} ${edge(kind)}`}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function edge(kind: Kind): string {
  return kind === 'count' || kind === 'money' || kind === 'number' ? 'text-right tabular-nums' : 'text-left';
}
