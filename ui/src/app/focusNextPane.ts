/** Moves the focus to the next (1) or previous (-1) pane of the window that is on screen, going round. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isInnermost);
  if (panes.length === 0) return;
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = now < 0 ? (step === 1 ? 0 : panes.length - 1) : (now + step + panes.length) % panes.length;
  panes[next]?.focus();
}

/** A pane that only holds other panes is not a stop of its own. */
function isInnermost(pane: HTMLElement): boolean {
  return pane.querySelector('[data-pane]') === null;
}
