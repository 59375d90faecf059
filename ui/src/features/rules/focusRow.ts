const fields = 'input,textarea,[role="spinbutton"],button:not([aria-label^="More for"])';

/**
 * Puts the focus on the first field of a row once it is on the page, unless somebody is writing elsewhere by then.
 * Rows are named by their JSON pointer in `data-row`.
 */
export function focusRow(pointer: string): void {
  const before = document.activeElement;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    const isWriting = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement;
    if (isWriting && now !== before) return;
    const row = document.querySelector(`[data-row="${CSS.escape(pointer)}"]`);
    row?.querySelector<HTMLElement>(fields)?.focus();
  });
}
