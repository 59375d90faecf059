/**
 * Puts the focus on the first field of a row once it is on the page; rows are named by their JSON pointer in
 * `data-row`.
 */
export function focusRow(pointer: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-row="${CSS.escape(pointer)}"]`);
    row?.querySelector<HTMLElement>('button,input,textarea,[role="spinbutton"]')?.focus();
  });
}
