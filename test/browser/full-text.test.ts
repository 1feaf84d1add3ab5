import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Filters } from '../../src/client/full-text/filters.ts';
import { FullText } from '../../src/client/full-text/full-text.ts';
import { useBrowser } from '../support/browser.ts';
import { readGold } from '../support/gold.ts';

const site = useBrowser();

interface Answer {
  readonly results: readonly { readonly id: string; readonly score: number }[];
  /** Of the first results. */
  readonly excerpts: readonly { readonly url: string; readonly excerpt: string; readonly parts: readonly string[] }[];
  readonly kinds: Record<string, number> | undefined;
}

interface WithProgram {
  readonly ownProgram: { createInstance(options: object): Program };
}

interface Program {
  init(): Promise<void>;
  filters(): Promise<unknown>;
  search(text: string | null, options: { filters: Filters }): Promise<ProgramSearch>;
}

interface ProgramSearch {
  results: { id: string; score: number; data(): Promise<ProgramResult> }[];
  filters: Record<string, Record<string, number>>;
}

interface ProgramResult {
  url: string;
  excerpt: string;
  sub_results: { url: string }[];
}

const shown = 3;
const phrases = ['"cluster munitions"', '"Stepanakert"', '"armed forces of Azerbaijan"', '"no such phrase at all"'];
const beginnings = ['she', 'art', 'shel', 'Şuş', 'Ստե', 'сте', '1994', 'ə', 'the', "people's", 'Karabakh'];

test('the full text is ranked and excerpted as by Pagefind’s own program', async () => {
  // That program is WebAssembly, put into the page by the test.
  const page = await site.browser.newPage({ bypassCSP: true });
  await page.goto(`${site.origin}/search/`);
  await page.route('**/own-program.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "import * as pagefind from '/pagefind/pagefind.js'; globalThis.ownProgram = pagefind;",
    }),
  );
  await page.addScriptTag({ url: '/own-program.js', type: 'module' });
  const fullText = await FullText.load(`${site.origin}/pagefind/`, '/');
  const gold = (await readGold()).filter((_, index) => index % 4 === 0).map(({ q }) => q);
  const narrowed: [string, Filters][] = [
    ['shelling', { type: 'Entry', year: '2020' }],
    ['', { kind: 'Statement' }],
    ['Armenia', { date: { any: ['2020-10', '2020-11-09'] } }],
    ['Armenia', { place: 'No such place' }],
  ];
  const asked: [string, Filters][] = [
    ...[...gold, ...phrases, ...beginnings].map((q): [string, Filters] => [q, {}]),
    ...narrowed,
  ];
  let found = 0;
  for (const [query, filters] of asked) {
    const theirs = await askPagefind(page, query, filters);
    const ours = await ask(fullText, query, filters);
    expect(byId(ours), query).toEqual(byId(theirs));
    expect(isOrdered(ours), query).toBe(true);
    const places = new Map(theirs.excerpts.map((excerpt) => [excerpt.url, excerpt]));
    // Which of equals come first may differ.
    for (const excerpt of ours.excerpts)
      if (places.has(excerpt.url)) expect(excerpt, query).toEqual(places.get(excerpt.url));
    expect(ours.kinds, query).toEqual(theirs.kinds);
    if (theirs.results.length > 0) found += 1;
  }
  await page.close();
  expect(found).toBeGreaterThan(60);
});

/** The scores to four digits, for Pagefind reckons with shorter numbers. */
function byId({ results }: Answer): Record<string, number> {
  return Object.fromEntries(results.map(({ id, score }) => [id, Number(score.toPrecision(4))]));
}

function isOrdered({ results }: Answer): boolean {
  return results.every(({ score }, index) => index === 0 || score <= (results[index - 1]?.score ?? 0));
}

async function ask(fullText: FullText, query: string, filters: Filters): Promise<Answer> {
  await fullText.loadFilters();
  const search = await fullText.search(query === '' ? undefined : query, filters);
  const first = await Promise.all(search.results.slice(0, shown).map((hit) => hit.load()));
  return {
    results: search.results.map(({ type, order, score }) => ({ id: type + order.toString(36), score })),
    excerpts: first.map(({ url, excerpt, parts }) => ({
      url,
      excerpt: excerpt.map(({ text, isMatch }) => (isMatch ? `<mark>${text}</mark>` : text)).join(''),
      parts: parts.map((part) => part.url),
    })),
    kinds: search.count()['kind'],
  };
}

// A new one each time, for what it finds depends on what it has loaded before.
function askPagefind(page: Page, query: string, filters: Filters): Promise<Answer> {
  return page.evaluate(
    async ([text, wanted, count]) => {
      const pagefind = (globalThis as unknown as WithProgram).ownProgram.createInstance({
        noWorker: true,
        basePath: '/pagefind/',
        baseUrl: '/',
        excerptLength: 28,
        ranking: { metaWeights: { title: 8, names: 2, type: 0.2, date: 0.5 } },
      });
      await pagefind.init();
      await pagefind.filters();
      const search = await pagefind.search(text === '' ? null : text, { filters: wanted });
      const first = await Promise.all(search.results.slice(0, count).map((result) => result.data()));
      return {
        results: search.results.map(({ id, score }) => ({ id: id.slice(id.lastIndexOf('/') + 1), score })),
        excerpts: first.map(({ url, excerpt, sub_results }) => ({
          url,
          excerpt: excerpt.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
          parts: sub_results.map((part) => part.url),
        })),
        kinds: search.filters['kind'],
      };
    },
    [query, filters, shown] as const,
  );
}
