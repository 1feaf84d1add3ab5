import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { answered, tabTo } from '../support/keyboard.ts';

const site = useBrowser();

/** Opens the search page and types into its box. */
async function typeInto(text: string): Promise<Page> {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/search/`);
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, text);
  await answered(page);
  return page;
}

const rescue = (page: Page) => page.locator('[data-did-you-mean]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href'));

describe('what is not found, by keyboard alone', () => {
  test('a typo leads to the name meant, and its results are there', async () => {
    const page = await typeInto('stepanaket');
    expect(await rescue(page).innerText()).toContain('Did you mean Stepanakert?');
    expect(await page.locator('[data-results] h2 a').first().getAttribute('href')).toBe('/places/stepanakert/');
    await tabTo(page, '[data-did-you-mean] a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Stepanakert');
    await answered(page);
    expect(await rescue(page).isVisible()).toBe(false);
    await page.close();
  });

  test('words that no text has together are searched without one of them, and it says so', async () => {
    const page = await typeInto('sumgait pogrom');
    expect(await rescue(page).innerText()).toContain('Without “pogrom”');
    expect(await page.locator('[data-results] h2 a').first().getAttribute('href')).toMatch(/^\/1988\/02\/27\//);
    await page.close();
  });

  test('still nothing: the nearest names, the days and the A to Z', async () => {
    const page = await typeInto('stepnnkrtt');
    expect(await page.locator('[data-status]').innerText()).toBe('No results.');
    expect(await rescue(page).innerText()).toContain('The nearest names: ');
    await tabTo(page, '[data-did-you-mean] a[href="/places/stepanakert/"]');
    await tabTo(page, '[data-did-you-mean] a[href="/names/"]');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('/2020/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2020/');
    await page.close();
  });

  test('a short wrong word finds nothing rather than anything', async () => {
    const page = await typeInto('qzx');
    expect(await page.locator('[data-status]').innerText()).toBe('No results.');
    expect(await page.locator('main [data-names] a').count()).toBe(0);
    expect(await rescue(page).innerText()).not.toContain('nearest names');
    await page.close();
  });
});
