import type { ViewContext } from '../views/context.ts';
import { listRedirects } from '../views/page.ts';

/**
 * Returns the file `_redirects` that several static hosts read: each earlier address with where it leads. The pages at
 * those addresses do the same where a host reads no such file. Hosts take some thousand lines, so what was renamed comes
 * before the addresses by id.
 */
export function redirectsFile(context: ViewContext): string {
  return formatRows(context, (from, to) => `${from} ${to} 301\n`);
}

/** Returns the same for nginx: the lines of a `map` from an address to where it leads. */
export function nginxRedirects(context: ViewContext): string {
  return formatRows(context, (from, to) => `${from} ${to};\n`);
}

function formatRows(context: ViewContext, format: (from: string, to: string) => string): string {
  const { base } = context.urls;
  return [...listRedirects(context)].map(([path, { target }]) => format(`${base}${path}/`, target)).join('');
}
