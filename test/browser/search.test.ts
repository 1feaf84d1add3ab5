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

  test('a typo is rescued: did you mean, and its results', async () => {
    const page = await open('q=stepanaket');
    expect(await page.locator('[data-did-you-mean]').innerText()).toContain('Stepanakert');
    expect((await hrefs(page, '[data-results] > li h2 a'))[0]).toBe('/places/stepanakert/');
    await page.close();
  });

  test('Smerch leads to the entry of 29 October, claims as sub-results with their anchors', async () => {
    const page = await open('q=Smerch&sort=desc');
    const results = await hrefs(page, '[data-results] > li h2 a');
    expect(results.some((href) => href?.startsWith('/2020/10/29/'))).toBe(true);
    const parts = await hrefs(page, '[data-subresults] a');
    expect(parts.some((href) => /#[a-z-]+$/.test(href ?? ''))).toBe(true);
    await page.close();
  });

  test('filters narrow, without a term too; the address keeps the state and back undoes it', async () => {
    const page = await open('kind=Ceasefire');
    const before = await page.locator('[data-status]').innerText();
    await page.getByLabel('Month').selectOption('2020-10');
    await page.waitForURL('**/search/?kind=Ceasefire&month=2020-10');
    await expect.poll(() => page.locator('[data-status]').innerText()).not.toBe(before);
    await page.goBack();
    await expect.poll(() => page.locator('[data-status]').innerText()).toBe(before);
    await page.close();
  });

  test('results are sorted by date', async () => {
    const page = await open('kind=Ceasefire&sort=asc');
    const oldest = await hrefs(page, '[data-results] > li h2 a');
    await page.getByLabel('Sort').selectOption('desc');
    await expect.poll(async () => (await hrefs(page, '[data-results] > li h2 a'))[0]).not.toBe(oldest[0]);
    expect([...oldest].sort((a, b) => ((a ?? '').slice(0, 11) < (b ?? '').slice(0, 11) ? -1 : 1))[0]).toBe(oldest[0]);
    await page.close();
  });

  test('an index that cannot be loaded says so and offers the names', async () => {
    const page = await site.browser.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=Barda`);
    await page.locator('html[data-search=error]').waitFor();
    expect(await page.locator('[data-status]').innerText()).toContain('A to Z of names');
    await page.close();
  });
});
