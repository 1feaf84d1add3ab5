import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openSearch } from '../support/open-search.ts';

const site = useBrowser();

const open = (query: string) => openSearch(site, query);

const hrefs = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe('search', () => {
  test.each(['Khankendi', 'Xankendi', 'Xankəndi', 'Ստեփանակերտ', 'Степанакерт', 'stepanakert'])(
    '%s leads to Stepanakert and to its entries',
    async (name) => {
      const page = await open(`q=${encodeURIComponent(name)}`);
      expect((await hrefs(page, '[data-names] a'))[0]).toBe('/places/stepanakert/');
      const results = await hrefs(page, '[data-results] > li h2 a');
      expect(results[0]).toBe('/places/stepanakert/');
      expect(results.filter((href) => /^\/2020\//.test(href ?? '')).length).toBeGreaterThan(3);
      await page.close();
    },
  );

  test('Smerch leads to the entry of 29 October, claims as sub-results with their anchors', async () => {
    const page = await open('q=Smerch&sort=desc');
    const results = await hrefs(page, '[data-results] > li h2 a');
    expect(results.some((href) => href?.startsWith('/2020/10/29/'))).toBe(true);
    const parts = await hrefs(page, '[data-subresults] a');
    expect(parts.some((href) => /#[a-z-]+$/.test(href ?? ''))).toBe(true);
    await page.close();
  });
});
