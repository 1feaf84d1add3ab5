import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();

/** What Chromium calls a font that has no name in its file. */
const nameless = 'OTS derived font';

test.each([
  ['en', 'Chronicle Serif'],
  ['az', 'Chronicle Serif'],
  ['hy', nameless],
  ['ru', nameless],
])('a name in the language %s is drawn in a font that the site brings (%s)', async (lang, family) => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/places/shusha/`);
  await page.evaluate(() => document.fonts.ready);
  const fonts = await drawnFonts(page, `main li > span[lang=${lang}]`);
  expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual([[family, true]]);
  await page.close();
});

test.each([
  ['/places/shusha/', ['serif-latin', 'sans-latin', 'serif-latin-italic', 'serif-armenian', 'serif-cyrillic']],
  ['/2020/10/29/', ['serif-latin', 'sans-latin', 'serif-latin-italic']],
])('the fonts of %s are asked for in its head, and no others later', async (path, expected) => {
  const page = await site.browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /([a-z-]+)\.[^/]+\.woff2$/.exec(request.url())?.[1];
    if (name !== undefined) asked.push(name);
  });
  await page.goto(`${site.origin}${path}`);
  await page.waitForLoadState('networkidle');
  const preloaded = await page
    .locator('link[rel=preload][as=font]')
    .evaluateAll((links) => links.map((link) => /([a-z-]+)\.[^/]+\.woff2$/.exec((link as HTMLLinkElement).href)?.[1]));
  expect(preloaded.sort()).toEqual([...expected].sort());
  expect(asked.sort()).toEqual([...expected].sort());
  await page.close();
});

/** Returns the fonts that the first match of `selector` is drawn in. */
async function drawnFonts(page: Page, selector: string) {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts;
}
