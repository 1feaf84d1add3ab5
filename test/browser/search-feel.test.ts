import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstResults } from '../../src/client/engine.ts';
import { useBrowser } from '../support/browser.ts';
import { answered, tabTo } from '../support/keyboard.ts';
import { openSearch } from '../support/open-search.ts';

const site = useBrowser();

/** Notes how far what is shown moves, keys or not: the sum of all layout shifts, as browsers score them. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: { sum: number } }).seen.sum);
}

/** Lets each file of the index arrive later than the one before it. */
async function slowDown(page: Page): Promise<void> {
  let delay = 0;
  await page.route('**/pagefind/fragment/**', async (route) => {
    delay += 60;
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue();
  });
}

describe('results', () => {
  test('arrive one after another, and none that stands moves', async () => {
    const page = await site.browser.newPage();
    const shifts = await watchShifts(page);
    await slowDown(page);
    await page.goto(`${site.origin}/search/?q=Smerch`);
    await page.locator('[data-results] > li').first().waitFor();
    const early = await page.locator('[data-results] > li').count();
    const top = await page.locator('[data-results] > li').first().boundingBox();
    await answered(page);
    expect(await page.locator('[data-results] > li').count()).toBeGreaterThan(early);
    expect((await page.locator('[data-results] > li').first().boundingBox())?.y).toBe(top?.y);
    expect(await shifts()).toBeLessThan(0.02);
    await page.close();
  });

  test('the first stands where it stood while a word is typed', async () => {
    const page = await openSearch(site, 'q=drone');
    const top = async () => (await page.locator('[data-results] > li').first().boundingBox())?.y;
    const before = await top();
    await page.keyboard.press('/');
    await page.keyboard.type('drones');
    await page.waitForURL('**/search/?q=drones');
    await answered(page);
    expect(await top()).toBe(before);
    await page.close();
  });

  test('more come by the button, from which the focus goes to the first new one', async () => {
    const page = await openSearch(site, 'q=Stepanakert');
    await tabTo(page, '[data-more]');
    const shown = await page.locator('[data-results] > li').count();
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('[data-results] > li').length > count, shown);
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.querySelectorAll('[data-results] > li h2 a')].indexOf(document.activeElement as Element),
        ),
      )
      .toBe(shown);
    await page.close();
  });

  test('their number is said aloud', async () => {
    const page = await openSearch(site, 'q=Smerch');
    expect(
      await page
        .getByRole('status')
        .filter({ hasText: /^\d+ results?\.$/ })
        .count(),
    ).toBe(1);
    await page.close();
  });
});

type Answer = readonly [query: string | undefined, state: string | undefined, results: number, said: string];

describe('each key', () => {
  const answers = (page: Page) => page.evaluate(() => (globalThis as unknown as { answers: Answer[] }).answers);

  /** Opens the search for Smerch, types into its box, and waits for the last answer; each is noted with what the page said when it came. */
  async function typeInto(text: string, more = ''): Promise<{ page: Page; said: string; shown: Answer[] }> {
    const page = await openSearch(site, 'q=Smerch');
    const said = await page.locator('[data-status]').innerText();
    await page.evaluate(() => {
      const noted: Answer[] = [];
      Object.assign(globalThis, { answers: noted });
      const list = document.querySelector<HTMLElement>('[data-results]');
      const note = () =>
        noted.push([
          document.querySelector<HTMLInputElement>('[data-search-form] input[name=q]')?.value,
          document.documentElement.dataset['search'],
          document.querySelectorAll('[data-results] > li').length,
          document.querySelector('[data-status]')?.textContent ?? '',
        ]);
      if (list) new MutationObserver(note).observe(list, { attributeFilter: ['data-answers'] });
    });
    await page.keyboard.press('/');
    await page.keyboard.type(text);
    await expect.poll(async () => (await answers(page)).at(-1)?.[0]).toBe(text);
    await page.keyboard.type(more);
    await page.waitForURL((url) => url.searchParams.get('q') === text + more);
    await answered(page);
    return { page, said, shown: await answers(page) };
  }

  test('is answered at once: without a word of which a letter is typed, and with it after a pause', async () => {
    const { page, said, shown } = await typeInto('Smerch b', 'a');
    expect(shown).toContainEqual(['Smerch b', 'loading', firstResults, said]);
    expect(shown.at(-1)?.slice(0, 2)).toEqual(['Smerch ba', 'loading']);
    expect(shown.at(-1)?.[3]).not.toBe(said);
    await page.close();
  });

  test('that finds nothing says so at once, and the nearest names come after a pause', async () => {
    const { page, shown } = await typeInto('stepnnkrtt');
    expect(shown).toContainEqual(['stepnnkrtt', 'loading', 0, 'No results yet.']);
    expect(shown.at(-1)).toEqual(['stepnnkrtt', 'loading', 0, 'No results.']);
    expect(await page.locator('[data-did-you-mean]').innerText()).toContain('The nearest names: ');
    await page.close();
  });

  test('of a misspelt name shows its results before the pause', async () => {
    const { page, shown } = await typeInto('stepanaket');
    const first = shown.find(([query]) => query === 'stepanaket');
    expect(first?.[1]).toBe('loading');
    expect(first?.[2]).toBeGreaterThan(firstResults);
    await page.close();
  });
});

describe('on a phone', () => {
  test('search, facets and results fit, and are reached by keyboard', async () => {
    const page = await site.browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${site.origin}/search/`);
    await tabTo(page, 'main input[name=q]');
    await page.keyboard.type('Shusha');
    await page.waitForURL('**/search/?q=Shusha');
    await answered(page);
    await tabTo(page, 'summary');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelectorAll('select[name=kind] option').length > 2);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main input, main select, main [data-results] a')]
        .filter((item) => item.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((item) => item.outerHTML),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });
});

describe('an index that cannot be loaded', () => {
  const status = (page: Page) => page.locator('[data-status]');

  test('is said at once, with the A to Z, and tried again at the next key', async () => {
    const page = await site.browser.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site.origin}/search/`);
    await page.keyboard.press('/');
    await page.locator('html[data-search=error]').waitFor();
    await tabTo(page, '[data-status] a');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/names/');
    await page.unroute('**/pagefind/**');
    await page.keyboard.press('/');
    await page.keyboard.type('Smerch');
    await page.waitForURL('**/search/?q=Smerch');
    await answered(page);
    expect(await status(page).innerText()).toMatch(/^\d+ results\.$/);
    await page.close();
  });

  test.each(['index', 'fragment'])('is not taken for one that has nothing: files of %s are missing', async (folder) => {
    const page = await site.browser.newPage();
    await page.route(`**/pagefind/${folder}/**`, (route) => route.fulfill({ status: 503 }));
    await page.goto(`${site.origin}/search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('Smerch');
    await page.locator('html[data-search=error]').waitFor();
    expect(await status(page).innerText()).toContain('could not be loaded');
    expect(await page.locator('[data-did-you-mean]').isVisible()).toBe(false);
    await page.close();
  });

  test('names that cannot be loaded leave the box of every page leading to the search page', async () => {
    const page = await site.browser.newPage();
    await page.route('**/names.json', (route) => route.abort());
    await page.goto(`${site.origin}/2020/10/29/`);
    await page.keyboard.press('/');
    await page.locator('html[data-search=error]').waitFor();
    await page.keyboard.type('Smerch');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Smerch');
    await page.close();
  });
});
