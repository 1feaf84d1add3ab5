import type { Page } from 'playwright-core';

/** Presses Tab, or Shift and Tab, until the focus is on what a selector names; fails where it never comes there. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never comes to ${selector}`);
}

/** Waits until the search page has answered. */
export async function answered(page: Page): Promise<void> {
  await page.locator('html[data-search=ready]').waitFor();
}
