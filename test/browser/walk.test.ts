import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();

describe('a reader', () => {
  test('walks from home to a day, an entry, an actor, and finds a name and a phrase', async () => {
    const page = await site.browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) problems.push(request.url());
    });
    await page.goto(`${site.origin}/`);
    await page
      .getByRole('navigation', { name: 'Days of the 2020 war' })
      .getByRole('link', { name: /^29 October 2020/ })
      .click();
    await page.waitForURL('**/2020/10/29/');
    await page
      .getByRole('heading', { name: /fifth week/i })
      .getByRole('link')
      .click();
    await page.waitForURL(/\/2020\/10\/29\/[a-z-]+\/$/);
    await page.getByRole('link', { name: "Azerbaijan's Ministry of Defence" }).first().click();
    await page.waitForURL('**/actors/azerbaijan-ministry-of-defence/');

    await page.keyboard.press('/');
    await page.keyboard.type('Khankendi');
    await page.getByRole('option', { name: /Stepanakert/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places/stepanakert/');

    await page.getByRole('combobox').fill('Smerch rockets');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Smerch+rockets');
    const first = page.locator('[data-results] > li').first().getByRole('link').first();
    await first.waitFor();
    await first.click();
    await page.waitForURL(/\/2020\/\d\d\//);
    expect(await page.locator('main').innerText()).toMatch(/smerch/i);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('nothing of the search is loaded before the box is used', async () => {
    const page = await site.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/2020/10/29/`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /names\.json|pagefind|fuse/i.test(path))).toEqual([]);
    expect(await page.locator('html').getAttribute('data-search')).toBe('idle');
    await page.close();
  });
});
