/** What an event says, and its type where that says more. */
export function EventName({ title, eventType }: { title: string; eventType: string }) {
  if (title === eventType) return <span title={eventType}>{title}</span>;
  return (
    <span title={`${title} (${eventType})`}>
      {title} <code className="ml-1 text-ink-3">{eventType}</code>
    </span>
  );
}
