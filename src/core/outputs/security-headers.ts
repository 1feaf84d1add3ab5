/** What a page may need beyond its own text, styles and pictures. */
export interface PolicyOptions {
  /** Lets WebAssembly run, which Pagefind needs: on the search page alone. */
  readonly hasWasm?: boolean;
}

// A page loads files of this site and nothing else: no inline script or style, no frame, no other host.
const directives: readonly string[] = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

const policies = { plain: formatPolicy("'self'"), wasm: formatPolicy("'self' 'wasm-unsafe-eval'") } as const;

/** Returns the Content-Security-Policy of a page, as it stands in its `<meta>`. */
export function contentPolicy({ hasWasm = false }: PolicyOptions = {}): string {
  return hasWasm ? policies.wasm : policies.plain;
}

function formatPolicy(scripts: string): string {
  const [first = '', ...others] = directives;
  return [first, `script-src ${scripts}`, ...others].join('; ');
}

/** Returns the policy of a page as a header; only there can it say who may put the site into a frame. */
export function headerPolicy(options: PolicyOptions = {}): string {
  return `${contentPolicy(options)}; frame-ancestors 'none'`;
}

/** How much of an address other sites are told: nothing. */
export const referrerPolicy = 'same-origin';

/** The headers of every answer beside the policy, for any host. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': referrerPolicy,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Returns the `_headers` file of Cloudflare Pages and Netlify. Rules of that file add up, and a browser holds a page to
 * all policies that it gets, so the one for all paths allows WebAssembly and the `<meta>` of each page takes it away.
 */
export function headersFile(): string {
  const headers = { 'Content-Security-Policy': headerPolicy({ hasWasm: true }), ...securityHeaders };
  return `/*\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
}
