import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();

describe('without JavaScript', () => {
  test('home, day, entry, actor, place, source and names are read by links alone', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await page.getByRole('link', { name: /^29 October 2020/ }).click();
    await page
      .getByRole('link', { name: /fifth week/i })
      .first()
      .click();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Smerch');
    expect(text.toLowerCase()).toContain('who says what');
    await page.locator('main').getByRole('link', { name: 'Stepanakert' }).first().click();
    expect(await page.locator('h1').innerText()).toBe('Stepanakert');
    expect(await page.locator('main').innerText()).toContain('Xankəndi');
    await page.getByRole('link', { name: 'Names A to Z' }).click();
    await page.getByRole('link', { name: 'Xankəndi', exact: true }).click();
    expect(await page.locator('h1').innerText()).toBe('Stepanakert');
    await page.getByRole('navigation', { name: 'About' }).getByRole('link', { name: 'Sources' }).click();
    await page.locator('main li a').first().click();
    expect(await page.locator('main').innerText()).toContain('Archived copy');
    await context.close();
  });

  test('the search page says so and leads to the names and the days', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/search/?q=Barda`);
    const main = page.locator('main');
    expect(await main.innerText()).toContain('Search needs JavaScript');
    await main.getByRole('link', { name: 'A to Z of names' }).click();
    expect(await page.locator('h1').innerText()).toBe('Names A to Z');
    await context.close();
  });
});
