import { styleNonce } from '../lib/nonce';

/** React Aria reads the nonce for the styles it adds from a meta element; this makes one of the host's nonce. */
export function handNonceToReactAria(): void {
  const nonce = styleNonce();
  if (!nonce) return;
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  document.head.append(meta);
}
