import { Tag } from '../../kit/Tag';

/** How many are shown in a table; the page of the attribute shows all. */
const shownInTable = 4;

/** The values that are offered. */
export function SuggestionList({
  suggestions,
  isWhole,
}: {
  suggestions: readonly string[];
  isWhole?: boolean;
}) {
  if (suggestions.length === 0) return <span className="text-ink-3">—</span>;
  const shown = isWhole ? suggestions : suggestions.slice(0, shownInTable);
  const left = suggestions.length - shown.length;
  return (
    <span className="flex flex-wrap gap-1 py-0.5">
      {shown.map((suggestion) => (
        <Tag key={suggestion} title={suggestion}>
          {suggestion}
        </Tag>
      ))}
      {left > 0 ? <span className="text-sm text-ink-3">and {left} more</span> : null}
    </span>
  );
}
