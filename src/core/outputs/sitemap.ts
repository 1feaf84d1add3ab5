import type { ViewContext } from '../views/context.ts';
import { listAddresses } from '../views/addresses.ts';
import { escapeXml } from './escape.ts';

/** Returns the sitemap (sitemaps.org, 0.9) of all pages with content. */
export function sitemap(context: ViewContext): string {
  const rows = listAddresses(context).map(
    (address) => `<url><loc>${escapeXml(context.urls.absolute(address))}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
}
