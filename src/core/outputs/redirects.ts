import type { ViewContext } from '../views/context.ts';
import { listRedirects } from '../views/page.ts';

/**
 * Returns the file `_redirects` that several static hosts read: each earlier address with where it leads. The pages at
 * those addresses do the same where a host reads no such file. Hosts take some thousand lines, so what was renamed comes
 * before the addresses by id.
 */
export function redirectsFile(context: ViewContext): string {
  const { base } = context.urls;
  const rows = [...listRedirects(context)].map(([path, { target }]) => `${base}${path}/ ${target} 301\n`);
  return rows.join('');
}
