import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const site = useBrowser();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// One of each kind of page, the longest and the emptiest among them.
const addresses = [
  '/',
  '/2020/',
  '/2020/10/',
  '/2020/10/29/',
  '/actors/',
  '/actors/azerbaijan-ministry-of-defence/',
  '/places/stepanakert/',
  '/sources/',
  '/sources/ap-2020-10-29-fighting-grinds-on/',
  '/names/',
  '/claims/',
  '/claims/contested/',
  '/figures/',
  '/map/',
  '/timeline/',
  '/about/design/',
  '/as-of/2020-10-29/',
  '/gaps/',
  '/corrections/',
  '/data/',
  '/contribute/rules/',
  '/contribute/codebook/',
  '/2020/10/29/fifth-week-of-fighting/',
  '/search/',
  '/contribute/new/',
  '/about/',
  '/methodology/',
  '/404.html',
];

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
  const found: string[] = [];
  for (const width of [360, 1280]) {
    const context = await site.browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(site.origin + address);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
      });
      found.push(...violations.map((violation) => `${address} at ${width}: ${violation}`));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${address} at ${width}: ${overflow} px wider than the window`);
    }
    await context.close();
  }
  expect(found).toEqual([]);
});
