import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';

const site = useBrowser();

describe('the search box, by keyboard alone', () => {
  test.each([
    ['/', '/'],
    ['/', 'Control+k'],
    ['/2020/10/29/', '/'],
    ['/places/shusha/', 'Control+k'],
    ['/search/', '/'],
    ['/404.html', 'Control+k'],
  ])('on %s, %s puts the focus into it', async (address, key) => {
    const page = await site.browser.newPage();
    await page.goto(site.origin + address);
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.keyboard.type('/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('/');
    await page.close();
  });

  test('it is a combobox: its list is named, counted aloud, and moved through by arrows', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/2020/10/29/`);
    await tabTo(page, '[data-search-box] input');
    const box = page.getByRole('combobox', { name: /^Search names/ });
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('shus');
    const list = page.getByRole('listbox', { name: 'Names' });
    await list.getByRole('option').nth(1).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    const size = await list.getByRole('option').count();
    expect(await page.locator('[data-search-box] [role=status]').textContent()).toBe(`${size} names.`);
    const active = async () => [
      await box.getAttribute('aria-activedescendant'),
      await list.locator('[aria-selected=true]').evaluateAll((items) => items.map((item) => item.id)),
    ];
    await page.keyboard.press('ArrowDown');
    expect(await active()).toEqual(['search-name-0', ['search-name-0']]);
    await page.keyboard.press('ArrowDown');
    expect(await active()).toEqual(['search-name-1', ['search-name-1']]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toEqual([null, []]);
    await page.keyboard.press('ArrowUp');
    expect(await active()).toEqual([`search-name-${size - 1}`, [`search-name-${size - 1}`]]);
    await page.close();
  });

  test('Escape closes the list and forgets what was chosen; an arrow opens it; Enter goes', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/2020/10/29/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('shusha');
    const box = page.getByRole('combobox');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    expect(await box.inputValue()).toBe('shusha');
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places/shusha/');
    await page.close();
  });

  test('Enter with nothing chosen searches the text', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/`);
    await page.keyboard.press('/');
    await page.keyboard.type('Smerch rockets');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Smerch+rockets');
    await page.locator('html[data-search=ready]').waitFor();
    expect(await page.locator('[data-results] h2 a').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('Tab leaves it and closes the list', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/2020/10/29/`);
    await page.keyboard.press('/');
    await page.keyboard.type('shusha');
    await page.getByRole('option').first().waitFor();
    await tabTo(page, 'nav a');
    expect(await page.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
    await page.close();
  });

  test.each(['/', '/2020/10/29/', '/search/'])(
    'on %s nothing of it is loaded before it has the focus',
    async (address) => {
      const page = await site.browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.origin + address);
      await page.waitForLoadState('networkidle');
      const loaded = () => asked.filter((path) => /^\/names\.json|pagefind/.test(path));
      expect(loaded()).toEqual([]);
      expect(await page.locator('html').getAttribute('data-search')).toBe('idle');
      await page.keyboard.press('/');
      await page.locator('html[data-search=ready]').waitFor();
      expect(loaded()).toContain('/names.json');
      await page.close();
    },
  );
});
