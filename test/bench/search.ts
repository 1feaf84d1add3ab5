import MiniSearch from 'minisearch';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { searchDocuments } from '../../src/core/outputs/search-documents.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { type GoldQuery, readGold, scoreGold } from '../support/gold.ts';
import { countBytes, sumBytes } from './search-bytes.ts';
import { withSearchSite } from './search-site.ts';

interface Run {
  readonly query: GoldQuery;
  readonly results: readonly string[];
  readonly milliseconds: number;
}

/** Measures the gold set on the built site: ours, Pagefind's own ranking of the same index, and MiniSearch over the same documents. */
export async function benchSearch(say: (text: string) => void): Promise<Record<string, string>[]> {
  say('Building the site …');
  return withSearchSite(undefined, async ({ settings, browser, origin }) => {
    const gold = await readGold();
    const context = await readChronicle(settings, false);
    say(`Running ${gold.length} queries …`);
    const ours = await runOurs(browser, origin, gold);
    const { first, next } = await countBytes(browser, origin, ['Smerch', 'drone']);
    const alone = await runPagefind(browser, origin, gold);
    const mini = runMiniSearch(gold, [...searchDocuments(context)]);
    return [
      toRow('This search', scoreGold(context, ours), ours, { first: sumBytes(first), next: sumBytes(next) }),
      toRow('Pagefind alone', scoreGold(context, alone), alone, undefined),
      toRow('MiniSearch', scoreGold(context, mini.runs), mini.runs, { first: mini.bytes, next: 0 }),
    ];
  });
}

function toRow(
  name: string,
  score: ReturnType<typeof scoreGold>,
  runs: readonly Run[],
  bytes: { first: number; next: number } | undefined,
): Record<string, string> {
  const times = runs.map((run) => run.milliseconds).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return {
    search: name,
    queries: String(runs.length),
    'hit@1': score.hitAt1.toFixed(3),
    'hit@5': score.hitAt5.toFixed(3),
    MRR: score.reciprocalRank.toFixed(3),
    'median ms': at(0.5),
    'p95 ms': at(0.95),
    'first query kB': bytes ? (bytes.first / 1000).toFixed(1) : '',
    'next query kB': bytes ? (bytes.next / 1000).toFixed(1) : '',
  };
}

async function openSearch(browser: Browser, origin: string): Promise<Page> {
  // Pagefind's own program is WebAssembly.
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${origin}/search/?q=Barda`);
  await page.locator('html[data-search=ready]').waitFor();
  return page;
}

async function runOurs(browser: Browser, origin: string, gold: readonly GoldQuery[]): Promise<Run[]> {
  const page = await openSearch(browser, origin);
  const runs: Run[] = [];
  for (const query of gold) {
    const found = await page.evaluate(async (q) => {
      const started = performance.now();
      history.pushState(undefined, '', `?${new URLSearchParams({ q })}`);
      dispatchEvent(new PopStateEvent('popstate'));
      do await new Promise((resolve) => setTimeout(resolve, 0));
      while (document.documentElement.dataset['search'] !== 'ready');
      const milliseconds = performance.now() - started;
      const links = [...document.querySelectorAll('[data-results] > li h2 a')];
      return { milliseconds, results: links.slice(0, 5).map((link) => link.getAttribute('href') ?? '') };
    }, query.q);
    runs.push({ query, ...found });
  }
  await page.close();
  return runs;
}

async function runPagefind(browser: Browser, origin: string, gold: readonly GoldQuery[]): Promise<Run[]> {
  const page = await openSearch(browser, origin);
  const runs: Run[] = [];
  for (const query of gold) {
    const found = await page.evaluate(async (q) => {
      const path = '/pagefind/pagefind.js';
      const { createInstance } = await import(path);
      const holder = globalThis as unknown as {
        alone?: { search(term: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }> };
      };
      holder.alone ??= createInstance({ basePath: '/pagefind/' });
      const started = performance.now();
      const { results } = (await holder.alone?.search(q)) ?? { results: [] };
      const first = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return { milliseconds: performance.now() - started, results: first.map((result) => result.url) };
    }, query.q);
    runs.push({ query, ...found });
  }
  await page.close();
  return runs;
}

function runMiniSearch(
  gold: readonly GoldQuery[],
  documents: readonly { url: string; html: string }[],
): { runs: Run[]; bytes: number } {
  const engine = new MiniSearch({
    idField: 'url',
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 4 }, fuzzy: 0.2, prefix: true, combineWith: 'AND' },
  });
  engine.addAll(
    documents.map(({ url, html }) => ({
      url,
      title: /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? '',
      text: `${html.replaceAll(/<[^>]*>/g, ' ')} ${[...html.matchAll(/data-pagefind-meta="names\[content\]" content="([^"]*)"/g)].map((match) => match[1]).join(' ')}`,
    })),
  );
  const runs = gold.map((query) => {
    const started = performance.now();
    const results = engine
      .search(query.q)
      .slice(0, 5)
      .map((result) => String(result['id']));
    return { query, results, milliseconds: performance.now() - started };
  });
  // The whole index is sent before the first query.
  return { runs, bytes: brotliCompressSync(JSON.stringify(engine)).length };
}
