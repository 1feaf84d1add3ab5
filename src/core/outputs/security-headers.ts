/**
 * The Content-Security-Policy of every page, as it stands in its `<meta>`: a page loads files of this site and nothing else, no
 * inline script or style, no WebAssembly, no frame, no other host.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** The policy of a page as a header; only there can it say who may put the site into a frame. */
export const headerPolicy = `${contentPolicy}; frame-ancestors 'none'`;

/** How much of an address other sites are told: nothing. */
export const referrerPolicy = 'same-origin';

/** The headers of every answer beside the policy, for any host. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': referrerPolicy,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Returns the `_headers` file of Cloudflare Pages and Netlify. */
export function headersFile(): string {
  const headers = { 'Content-Security-Policy': headerPolicy, ...securityHeaders };
  return `/*\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
}
