import type { Page } from 'playwright-core';
import type { BrowserSite } from './browser.ts';

/** Opens the search page with a query in its address and waits until its results are there. */
export async function openSearch(site: BrowserSite, query: string): Promise<Page> {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/search/?${query}`);
  await page.locator('html[data-search=ready]').waitFor();
  return page;
}
