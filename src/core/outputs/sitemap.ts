import type { RecordDates } from '../record-dates.ts';
import { listAddresses } from '../views/addresses.ts';
import type { ViewContext } from '../views/context.ts';
import { escapeXml } from './escape.ts';
import { lastChanges } from './last-changes.ts';

/** Returns the sitemap (sitemaps.org, 0.9) of all pages with content, each with the day of its last change, where it is known. */
export function sitemap(context: ViewContext, dates: RecordDates): string {
  const changes = lastChanges(context, dates);
  const rows = listAddresses(context).map((address) => {
    const change = changes.get(address);
    const lastmod = change === undefined ? '' : `<lastmod>${change}</lastmod>`;
    return `<url><loc>${escapeXml(context.urls.absolute(address))}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
}
