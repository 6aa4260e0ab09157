/**
 * The nonce that the server puts into the page for style elements made at run time; the policy allows no other inline style.
 * Libraries that add a style element on their own look for `__webpack_nonce__`.
 */
declare global {
  var __webpack_nonce__: string | undefined;
}

export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
