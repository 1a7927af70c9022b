/**
 * What page and workers may do, written once: the service worker, the preview server, `_headers` for static hosts and
 * the <meta> of index.html all take it from here. Nothing may be reached but the origin itself; 'wasm-unsafe-eval' is
 * for DuckDB and TF.js, which compile WebAssembly; data: images are the icons of the style sheet. `guardSinks` of the model is the one policy
 * of Trusted Types.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

/** The policy as a <meta> may carry it: `frame-ancestors` counts in a header only. */
export const PAGE_POLICY = DIRECTIVES.join('; ')

const POWERS = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
  'display-capture',
]

/** Headers of every document and worker script. A worker obeys the policy of its own response, not of its page's. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': POWERS.map((power) => `${power}=()`).join(', '),
}

/** The same response with the security headers on it; a redirect followed on the way is forgotten. */
export function secured(response: Response): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable'

/** The `_headers` file that Netlify, Cloudflare Pages and others read. */
export function headersFile(): string {
  const all = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  const hashed = ['/assets/*', '/engines/*'].map((path) => `${path}\n  ${FOR_EVER}\n`)
  return [`/*\n${all.join('\n')}\n`, '/service-worker.js\n  Cache-Control: no-cache\n', ...hashed].join('\n')
}
