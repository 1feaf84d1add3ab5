import { expect, test } from 'vitest';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { useBrowser } from '../support/browser.ts';
import { addressOf, readGold, scoreGold } from '../support/gold.ts';

const site = useBrowser();

test('every answer of the gold set is a record', async () => {
  const context = await readChronicle(readSettings({}), false);
  const gold = await readGold();
  expect(gold.length).toBeGreaterThanOrEqual(200);
  expect(gold.flatMap((query) => query.answers).filter((answer) => addressOf(context, answer) === undefined)).toEqual(
    [],
  );
});

test('the search page puts the right record first', async () => {
  const context = await readChronicle(readSettings({}), false);
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/search/?q=Barda`);
  await page.locator('html[data-search=ready]').waitFor();
  const rows = [];
  for (const query of await readGold()) {
    const results = await page.evaluate(async (q) => {
      const root = document.documentElement;
      history.pushState(undefined, '', `?${new URLSearchParams({ q })}`);
      dispatchEvent(new PopStateEvent('popstate'));
      do await new Promise((resolve) => setTimeout(resolve, 5));
      while (root.dataset['search'] !== 'ready');
      return [...document.querySelectorAll('[data-results] > li h2 a')]
        .slice(0, 5)
        .map((link) => link.getAttribute('href') ?? '');
    }, query.q);
    rows.push({ query, results });
  }
  await page.close();
  const score = scoreGold(context, rows);
  console.error(
    `gold set: ${rows.length} queries, hit@1 ${score.hitAt1.toFixed(3)}, hit@5 ${score.hitAt5.toFixed(3)}, MRR ${score.reciprocalRank.toFixed(3)}\n${score.misses.join('\n')}`,
  );
  expect(score.hitAt5).toBeGreaterThanOrEqual(0.99);
  expect(score.hitAt1).toBeGreaterThanOrEqual(0.95);
});
