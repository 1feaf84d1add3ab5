import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openSearch } from '../support/open-search.ts';

const site = useBrowser();

const open = (query: string) => openSearch(site, query);

const status = async (page: Page) => Number((await page.locator('[data-status]').innerText()).replaceAll(/\D/g, ''));
const facet = (page: Page, name: string) => page.locator(`select[name=${name}]`);

describe('facets', () => {
  test('counts follow the other filters', async () => {
    const page = await open('kind=Ceasefire');
    const sum = (await facet(page, 'month').locator('option').allInnerTexts())
      .flatMap((text) => /\((\d+)\)$/.exec(text)?.[1] ?? [])
      .reduce((total, count) => total + Number(count), 0);
    expect(sum).toBeLessThanOrEqual(await status(page));
    expect(sum).toBeGreaterThan(0);
    await page.close();
  });

  test('side, standing and source class narrow', async () => {
    const page = await open('q=Ganja');
    const all = await status(page);
    await facet(page, 'standing').selectOption('Contested');
    await expect.poll(() => status(page)).toBeLessThan(all);
    const contested = await status(page);
    await facet(page, 'class').selectOption('Non-governmental organisation');
    await expect.poll(() => status(page)).toBeLessThan(contested);
    await page.close();
  });

  test('chips show what is set and take it away', async () => {
    const page = await open('q=Ganja&kind=Strike&side=Azerbaijan');
    const narrow = await status(page);
    await page.getByRole('button', { name: 'Remove kind: Strike' }).click();
    await page.waitForURL('**/search/?q=Ganja&side=Azerbaijan');
    await expect.poll(() => status(page)).toBeGreaterThan(narrow);
    await page.goBack();
    await expect.poll(() => status(page)).toBe(narrow);
    await page.close();
  });

  test('a range of days finds what lies in it, and says where that is only possible', async () => {
    const page = await open('from=1993-01-01&to=1994-12-31&sort=asc');
    const titles = await page.locator('[data-results] > li').allInnerTexts();
    expect(titles.length).toBeGreaterThan(2);
    expect(titles.every((text) => /199[34]/.test(text))).toBe(true);
    expect(titles.some((text) => text.includes('possibly in range'))).toBe(true);
    await page.close();
  });

  test('nothing found leads to the names and the days', async () => {
    const page = await open('q=qqqqzzzz');
    const rescue = page.locator('[data-did-you-mean]');
    expect(await rescue.getByRole('link', { name: 'A to Z of names' }).getAttribute('href')).toBe('/names/');
    expect(await rescue.getByRole('link', { name: 'calendar' }).getAttribute('href')).toBe('/2020/');
    await page.close();
  });

  test('words that no entry has together are searched without one of them, and it says so', async () => {
    const page = await open('q=sumgait+pogrom');
    expect(await page.locator('[data-did-you-mean]').innerText()).toContain('Without “pogrom”');
    expect(await page.locator('[data-results] h2 a').first().getAttribute('href')).toMatch(/^\/1988\/02\/27\//);
    await page.close();
  });
});

describe('by keyboard alone', () => {
  test('Ctrl-K focuses the box, arrows choose, Escape closes, Enter goes', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/2020/10/29/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('shus');
    const box = page.getByRole('combobox');
    await page.getByRole('option').first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option', { selected: true }).getAttribute('id'),
    );
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('ha');
    await page
      .getByRole('option', { name: /^Shusha/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places/shusha/');
    await page.close();
  });
});
