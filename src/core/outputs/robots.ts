import type { ViewContext } from '../views/context.ts';

/** Returns robots.txt: everything may be read, and where the sitemap is. */
export function robots({ urls }: ViewContext): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.file('sitemap.xml'))}\n`;
}
