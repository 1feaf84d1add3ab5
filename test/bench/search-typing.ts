import type { Page } from 'playwright-core';
import type { SearchSite } from './search-site.ts';

/** For each key, milliseconds from the key to what it brings, laid out on the page. */
export interface TypingTimes {
  /** The suggestions of names below the box. */
  readonly names: readonly number[];
  /** The first results of the full text: of every key, also of one that finds nothing or only begins a word. */
  readonly results: readonly number[];
}

/** Types queries key by key, each key once all is there that the last one brought. */
export async function timeTyping(site: SearchSite, queries: readonly string[]): Promise<TypingTimes> {
  const names = await typeAll(site, queries, {
    path: '/',
    box: '[data-search-box] input',
    sign: ['[data-search-box] input', 'aria-expanded'],
  });
  const results = await typeAll(site, queries, {
    path: '/search/',
    box: '[data-search-form] input[name=q]',
    sign: ['[data-results]', 'data-answers'],
  });
  return { names, results };
}

/** How often it is asked whether a key is answered, in milliseconds; not by frame, for a page that shows nothing new may have none. */
const polling = 10;

interface Box {
  readonly path: string;
  readonly box: string;
  /** What is set anew with each answer: an element and its attribute. */
  readonly sign: readonly [selector: string, attribute: string];
}

async function typeAll({ browser, origin }: SearchSite, queries: readonly string[], box: Box): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(origin + box.path);
  await page.locator(box.box).focus();
  await page.locator('html[data-search=ready]').waitFor();
  await page.evaluate(watchKeys, box);
  for (const query of queries) {
    for (const key of query) await typeKey(page, key);
    await page.locator(box.box).fill('');
    await page.waitForFunction(isAnswered, undefined, { polling });
  }
  const keys = await page.evaluate(() => (globalThis as unknown as Watched).keys);
  await page.close();
  // The times of emptying the box stand for no key.
  return keys.flatMap(({ length, start, end }) => (length === 0 || end === undefined ? [] : [end - start]));
}

async function typeKey(page: Page, key: string): Promise<void> {
  await page.keyboard.type(key);
  await page.waitForFunction(isAnswered, undefined, { polling });
}

interface Watched {
  readonly keys: { readonly length: number; readonly start: number; end?: number }[];
}

function isAnswered(): boolean {
  return (globalThis as unknown as Watched).keys.at(-1)?.end !== undefined;
}

// Runs in the page.
function watchKeys({ box, sign }: Box): void {
  const watched: Watched = { keys: [] };
  Object.assign(globalThis, watched);
  const input = document.querySelector<HTMLInputElement>(box);
  input?.addEventListener(
    'input',
    (event) => watched.keys.push({ length: input.value.length, start: event.timeStamp }),
    true,
  );
  const [selector, attribute] = sign;
  const answer = document.querySelector(selector);
  if (!answer) throw new Error(`The page has no ${selector}`);
  new MutationObserver(() => {
    const key = watched.keys.at(-1);
    if (!key) return;
    document.body.getBoundingClientRect();
    key.end ??= performance.now();
  }).observe(answer, { attributeFilter: [attribute] });
}
