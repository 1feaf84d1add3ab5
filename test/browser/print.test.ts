import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();
const pointsPerPixel = 0.75;

let page: Page;
let days: string[];

beforeAll(async () => {
  page = await site.browser.newPage();
  await page.goto(`${site.origin}/`);
  const links = await page
    .getByRole('navigation', { name: /^Days of/ })
    .getByRole('link')
    .all();
  days = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
});

/** Returns the number of pages of a PDF as Chromium writes it, with one uncompressed object for each. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe('a printed day', () => {
  test('takes one or two pages of A4, on every day of the focus period', async () => {
    const counts: [string, number][] = [];
    for (const day of days) {
      await page.goto(site.origin + day);
      counts.push([day, countPages(await page.pdf({ format: 'A4', preferCSSPageSize: true }))]);
    }
    expect(counts).toHaveLength(45);
    expect(counts.filter(([, count]) => count < 1 || count > 2)).toEqual([]);
  });

  test('names every claimant and source with its address, in type that can be read', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const day of ['/2020/09/27/', '/2020/10/10/', '/2020/10/24/']) {
      await page.goto(site.origin + day);
      const printed = await page.evaluate(() => {
        const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)];
        const sizes = (selector: string) => all(selector).map((item) => parseFloat(getComputedStyle(item).fontSize));
        const shownAfter = (item: Element) => getComputedStyle(item, '::after').content;
        const sources = all('.sources li');
        return {
          hidden: all('.claim, .says, .by a, .quoted, .sources li, [data-address], tr[class^="side-"] [href]')
            .filter((item) => !item.closest('.state, td[data-sources], th.again') && item.getClientRects().length === 0)
            .map((item) => item.textContent),
          unmarked: all('.says, .figures tbody td:last-child').filter((item) => {
            if (item.closest('.state')) return false;
            const marks = item.dataset['sources']?.split(', ').map(Number) ?? [];
            const isListed = marks.length > 0 && marks.every((mark) => mark >= 1 && mark <= sources.length);
            return !isListed || !shownAfter(item).includes(item.dataset['sources'] ?? '?');
          }).length,
          addresses: all('.sources [data-address]').filter(
            (item) => !shownAfter(item).includes(item.dataset['address'] ?? '?'),
          ).length,
          claims: all('.claim').length,
          smallestText: Math.min(...sizes('.says')),
          smallestSource: Math.min(...sizes('.sources li, .sources li *')),
        };
      });
      expect(printed, day).toMatchObject({ hidden: [], unmarked: 0, addresses: 0 });
      expect(printed.claims, day).toBeGreaterThan(0);
      expect(printed.smallestText * pointsPerPixel, day).toBeGreaterThanOrEqual(7.3);
      expect(printed.smallestSource * pointsPerPixel, day).toBeGreaterThanOrEqual(5.9);
    }
  });
});
