/** What an event says, and its type where that says more and there is room for all of it. */
export function EventName({ title, eventType }: { title: string; eventType: string }) {
  if (title === eventType) return <span title={eventType}>{title}</span>;
  return (
    <span title={`${title} (${eventType})`} className="flex h-5 flex-wrap gap-x-2 overflow-hidden">
      <span className="whitespace-nowrap">{title}</span>
      <code className="text-ink-3">{eventType}</code>
    </span>
  );
}
