/** Keys as written on a keyboard, such as `Ctrl 1`; several are separated by spaces. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-0.5" aria-label={keys}>
      {keys.split(' ').map((key) => (
        <span
          key={key}
          className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs text-ink-2"
        >
          {key}
        </span>
      ))}
    </kbd>
  );
}
