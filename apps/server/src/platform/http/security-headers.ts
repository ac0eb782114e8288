// The same for every answer, so they are written once. HSTS only over HTTPS: over plain HTTP it means nothing, and on a
// shared host name it would lock out what is still served without.

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Scripts of the page set styles while it runs; a style cannot act.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** An answer of the API is never a page; if a browser opens one, nothing in it acts. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HSTS = { 'strict-transport-security': 'max-age=31536000' } as const;

const page = { ...ALWAYS, 'content-security-policy': PAGE_POLICY };
const api = { ...ALWAYS, 'content-security-policy': API_POLICY, 'cache-control': 'no-store' };

export const securityHeaders = {
  page: { open: page, secure: { ...page, ...HSTS } },
  api: { open: api, secure: { ...api, ...HSTS } },
} as const;
