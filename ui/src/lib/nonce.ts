/** The nonce the host put on the empty style element of the page; `undefined` where there is none. */
export function styleNonce(): string | undefined {
  return document.getElementById('csp-nonce')?.nonce || undefined;
}
