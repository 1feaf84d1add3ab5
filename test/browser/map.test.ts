import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();

async function openMap(javaScriptEnabled = true): Promise<Page> {
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1100 } });
  const page = await context.newPage();
  await page.goto(`${site.origin}/map/`);
  if (javaScriptEnabled) await page.getByRole('slider').waitFor();
  return page;
}

const visibleMarks = (page: Page) => page.locator('a[data-place]:visible').count();

describe('the map', () => {
  test('a day and a kind narrow what is drawn and listed, by keyboard', async () => {
    const page = await openMap();
    const all = await visibleMarks(page);
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('27 September 2020');
    expect(await page.locator('[data-map] [data-status]').innerText()).toMatch(
      /^27 September 2020: \d+ entries at \d+ places\.$/,
    );
    const day = await visibleMarks(page);
    expect(day).toBeGreaterThan(0);
    expect(day).toBeLessThan(all);
    expect(await page.locator('[data-found] a').count()).toBeGreaterThan(0);
    await page.getByLabel('Kind').selectOption('strike');
    expect(await visibleMarks(page)).toBeLessThanOrEqual(day);
    await page.context().close();
  });

  test('a phone shows at first where most entries lie', async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 760 } });
    const page = await context.newPage();
    await page.goto(`${site.origin}/map/`);
    await page.getByRole('slider').waitFor();
    const box = await page.locator('[data-place=stepanakert] circle').boundingBox();
    expect(box?.x).toBeGreaterThan(60);
    expect(box?.x).toBeLessThan(280);
    await context.close();
  });

  test('plays through the days and pauses', async () => {
    const page = await openMap();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>('[data-day]')?.value) >= 2);
    await page.getByRole('button', { name: 'Pause' }).click();
    const value = await page.getByRole('slider').inputValue();
    await page.waitForTimeout(1500);
    expect(await page.getByRole('slider').inputValue()).toBe(value);
    await page.context().close();
  });

  test('zooms and pans by buttons and keys; marks keep their size and more names find room', async () => {
    const page = await openMap();
    const mark = page.locator('a[data-place=stepanakert] circle');
    const before = await mark.boundingBox();
    const names = () => page.locator('.names.in-en text').count();
    const few = await names();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.locator('[data-drawing]').focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('+');
    const world = page.locator('[data-world]');
    const transform = await world.getAttribute('transform');
    await page.keyboard.press('ArrowLeft');
    expect(await world.getAttribute('transform')).not.toBe(transform);
    const after = await mark.boundingBox();
    expect(after?.width).toBeCloseTo(before?.width ?? 0, 0);
    await page.keyboard.press('0');
    expect(await names()).toBe(few);
    await page.context().close();
  });

  test('names are read in the language chosen, and without JavaScript the map and its table are whole', async () => {
    const page = await openMap(false);
    expect(await visibleMarks(page)).toBeGreaterThan(20);
    await page.getByLabel('Armenian').check();
    expect(await page.locator('.names.in-hy').isVisible()).toBe(true);
    expect(await page.locator('.names.in-en').isVisible()).toBe(false);
    expect(await page.locator('.names.in-hy').innerHTML()).toContain('Շուշի');
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.getByRole('row').count()).toBeGreaterThan(50);
    await page.context().close();
  });
});
