/** The box shared by every field that holds text, so that all of them align on the 28 px row. */
export const fieldBox =
  'h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-base text-ink ' +
  'hover:border-ink-3 data-[invalid]:border-bad data-[disabled]:bg-sunken data-[disabled]:text-ink-3 ' +
  'outline-none data-[focused]:border-accent data-[focused]:ring-1 data-[focused]:ring-accent';

/** The column of label, box and notes. */
export const fieldColumn = 'flex min-w-0 flex-col gap-1';

/** A floating list of choices. */
export const listPopover =
  'min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-raised p-1 shadow-pop outline-none';

/** One choice in a floating list. */
export const listItem =
  'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-0.5 text-base text-ink outline-none ' +
  'data-[focused]:bg-accent-soft data-[hovered]:bg-hover data-[disabled]:text-ink-3 data-[selected]:font-medium';
