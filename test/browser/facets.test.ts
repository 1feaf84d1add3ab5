import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { answered, tabTo } from '../support/keyboard.ts';
import { openSearch } from '../support/open-search.ts';

const site = useBrowser();

const count = async (page: Page) => Number((await page.locator('[data-status]').innerText()).replaceAll(/\D/g, ''));
const options = async (page: Page, name: string) => page.locator(`select[name=${name}] option`).allInnerTexts();
const sum = (texts: readonly string[]) =>
  texts.flatMap((text) => /\((\d+)\)$/.exec(text)?.[1] ?? []).reduce((total, value) => total + Number(value), 0);

/** Opens what narrows the results, by the keyboard. */
async function openFacets(page: Page): Promise<void> {
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('select[name=kind] option').length > 2);
  await answered(page);
}

/** Chooses a value of a facet by typing what it starts with. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `select[name=${name}]`);
  await page.keyboard.type(text);
  await page.waitForFunction(
    ([facet, start]) => new URLSearchParams(location.search).get(facet ?? '')?.startsWith(start ?? ''),
    [name, text],
  );
  await answered(page);
}

describe('facets, by keyboard alone', () => {
  test('kind, actor, place, side, standing, source class, year and month are offered with their counts', async () => {
    const page = await openSearch(site, 'q=Ganja');
    await openFacets(page);
    for (const name of ['type', 'kind', 'actor', 'place', 'side', 'standing', 'class', 'year', 'month'])
      expect([name, (await options(page, name)).filter((text) => /\(\d+\)$/.test(text)).length > 0]).toEqual([
        name,
        true,
      ]);
    await page.close();
  });

  test('counts follow the other filters, and what is set may be set otherwise', async () => {
    const page = await openSearch(site, 'q=Ganja');
    await openFacets(page);
    const all = sum(await options(page, 'month'));
    const kinds = await options(page, 'kind');
    await choose(page, 'kind', 'Strike');
    expect(sum(await options(page, 'month'))).toBeLessThan(all);
    expect(sum(await options(page, 'month'))).toBeGreaterThan(0);
    expect(await options(page, 'kind')).toEqual(kinds);
    await page.close();
  });

  test('standing and source class narrow one after another', async () => {
    const page = await openSearch(site, 'q=Ganja');
    const all = await count(page);
    await openFacets(page);
    await choose(page, 'standing', 'Contested');
    const contested = await count(page);
    expect(contested).toBeLessThan(all);
    await choose(page, 'class', 'Non-gov');
    expect(await count(page)).toBeLessThan(contested);
    await page.close();
  });

  test('without a term, facets alone are browsed', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/search/`);
    await openFacets(page);
    await choose(page, 'kind', 'Ceasefire');
    const titles = await page.locator('[data-results] h2').allInnerTexts();
    expect(titles.length).toBeGreaterThan(2);
    expect(await count(page)).toBeGreaterThan(2);
    expect(new URL(page.url()).search).toBe('?kind=Ceasefire');
    await page.close();
  });

  test('the address keeps the state, and back and forward go through it', async () => {
    const page = await openSearch(site, 'kind=Ceasefire');
    const before = await count(page);
    await choose(page, 'year', '2020');
    const narrow = await count(page);
    expect(narrow).toBeLessThan(before);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(before);
    await page.goForward();
    await expect.poll(() => count(page)).toBe(narrow);
    const again = await openSearch(site, new URL(page.url()).search.slice(1));
    expect(await count(again)).toBe(narrow);
    await again.close();
    await page.close();
  });

  test('chips show what is set; Enter takes it away, and back puts it there again', async () => {
    const page = await openSearch(site, 'q=Ganja&kind=Strike&side=Azerbaijan');
    const narrow = await count(page);
    expect(await page.locator('[data-chips] button').allInnerTexts()).toEqual(['kind: Strike ×', 'side: Azerbaijan ×']);
    await tabTo(page, '[aria-label="Remove kind: Strike"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Ganja&side=Azerbaijan');
    await expect.poll(() => count(page)).toBeGreaterThan(narrow);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.goBack();
    await expect.poll(() => count(page)).toBe(narrow);
    await page.close();
  });
});

describe('dates, by keyboard alone', () => {
  test('a range typed finds what lies in it, and says where that is only possible', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/search/`);
    await openFacets(page);
    await tabTo(page, 'input[name=from]');
    await page.keyboard.type('01011993');
    await tabTo(page, 'input[name=to]');
    await page.keyboard.type('12311994');
    await page.waitForURL('**/search/?from=1993-01-01&to=1994-12-31');
    await tabTo(page, 'select[name=sort]');
    await page.keyboard.type('Oldest');
    await page.waitForURL('**&sort=asc');
    await answered(page);
    const items = await page.locator('[data-results] > li').allInnerTexts();
    expect(items.length).toBeGreaterThan(2);
    expect(items.every((text) => /199[34]/.test(text))).toBe(true);
    expect(items.some((text) => text.includes('possibly in range'))).toBe(true);
    await page.close();
  });

  test('results are sorted by relevance, oldest and newest first', async () => {
    const page = await openSearch(site, 'kind=Ceasefire');
    const days = async () =>
      (await page.locator('[data-results] h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
        .map((href) => /^\/(\d{4})\/(?:(\d\d)\/)?(?:(\d\d)\/)?/.exec(href ?? ''))
        .map((match) => [match?.[1], match?.[2] ?? '01', match?.[3] ?? '01'].join('-'));
    await tabTo(page, 'select[name=sort]');
    await page.keyboard.type('Oldest');
    await page.waitForURL('**&sort=asc');
    await answered(page);
    const oldest = await days();
    expect(oldest).toEqual([...oldest].sort());
    await page.keyboard.press('ArrowDown');
    await page.waitForURL('**&sort=desc');
    await answered(page);
    const newest = await days();
    expect(newest).toEqual([...newest].sort().reverse());
    expect(newest[0]).not.toBe(oldest[0]);
    await page.close();
  });
});
