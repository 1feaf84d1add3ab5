import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** How long after a search all its answers have arrived, in milliseconds. */
const quiet = 1500;

const parts = [
  ['fragments', /\/fragment\//],
  ['words', /\/index\/[^/].*pf_index$/],
  ['filters', /\/filter\//],
  ['meta', /\.pf_meta$/],
  ['names', /\/names\.json$/],
  ['scripts', /\.js$|pagefind-entry\.json$/],
] as const;

/** What a part of the search is called in a table. */
export type Part = (typeof parts)[number][0];

/** The bytes that a search was sent, by part; the page itself, its style, fonts and icon are no part of it. */
export type SearchBytes = Readonly<Record<Part, number>>;

/** Returns the sum of all parts, in bytes. */
export function sumBytes(bytes: SearchBytes): number {
  return Object.values(bytes).reduce((sum, count) => sum + count, 0);
}

/** Returns the bytes that a browser without a cache is sent for a first query, and those for another after it. */
export async function countBytes(
  browser: Browser,
  origin: string,
  [first, next]: readonly [string, string],
): Promise<{ first: SearchBytes; next: SearchBytes }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let counted = emptyBytes();
  const arriving: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const part = parts.find(([, path]) => path.test(pathname))?.[0];
    if (part === undefined) {
      if (!/\/search\/$|\.(?:css|woff2|svg)$/.test(pathname)) throw new Error(`${pathname} is no part of the search`);
      return;
    }
    const current = counted;
    arriving.push(
      response.body().then((body) => {
        current[part] += transferSize(pathname, body);
      }),
    );
  });
  await page.goto(`${origin}/search/?${new URLSearchParams({ q: first })}`);
  await page.locator('html[data-search=ready]').waitFor();
  await page.waitForTimeout(quiet);
  await Promise.all(arriving);
  const firstBytes = counted;
  counted = emptyBytes();
  await page.locator('[data-search-form] input[name=q]').fill(next);
  await page.waitForURL((url) => url.searchParams.get('q') === next);
  await page.waitForTimeout(quiet);
  await Promise.all(arriving);
  await context.close();
  return { first: firstBytes, next: counted };
}

function emptyBytes(): Record<Part, number> {
  return { scripts: 0, names: 0, meta: 0, words: 0, fragments: 0, filters: 0 };
}

// As a host would send it: text in Brotli, the index as it is, for it is compressed already.
function transferSize(path: string, body: Buffer): number {
  return /\.js(?:on)?$/.test(path) ? brotliCompressSync(body).length : body.length;
}
