import type { Page } from 'playwright-core';
import type { SearchSite } from './search-site.ts';

/** For each key, milliseconds from the key to what it brings, laid out on the page. */
export interface TypingTimes {
  /** The suggestions of names below the box. */
  readonly names: readonly number[];
  /** The results of the full text. */
  readonly results: readonly number[];
  /** The same where they come after a pause only: a word of one or two letters, or nothing found yet. */
  readonly paused: readonly number[];
}

/** Types queries key by key, each key once all is there that the last one brought. */
export async function timeTyping(site: SearchSite, queries: readonly string[]): Promise<TypingTimes> {
  const names = await typeAll(site, queries, { path: '/', box: '[data-search-box] input', sign: 'aria-expanded' });
  const texts = await typeAll(site, queries, {
    path: '/search/',
    box: '[data-search-form] input[name=q]',
    sign: undefined,
  });
  return {
    names: names.map((key) => key.time),
    results: texts.flatMap((key) => (key.isPaused ? [] : [key.time])),
    paused: texts.flatMap((key) => (key.isPaused ? [key.time] : [])),
  };
}

/** How often it is asked whether a key is answered, in milliseconds; not by frame, for a page that shows nothing new may have none. */
const polling = 10;

interface Box {
  readonly path: string;
  readonly box: string;
  /** The attribute that is set on the box with each answer; where there is none, the page's root says when all is ready. */
  readonly sign: string | undefined;
}

async function typeAll({ browser, origin }: SearchSite, queries: readonly string[], box: Box): Promise<Key[]> {
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
  const { keys, pauses } = await page.evaluate(() => ({
    keys: (globalThis as unknown as Watched).keys,
    pauses: performance.getEntriesByName('search-pause').map((mark) => mark.startTime),
  }));
  await page.close();
  // The times of emptying the box stand for no key.
  return keys.flatMap(({ length, start, end }) =>
    length === 0 || end === undefined
      ? []
      : [{ time: end - start, isPaused: pauses.some((time) => time > start && time < end) }],
  );
}

interface Key {
  readonly time: number;
  readonly isPaused: boolean;
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
  const root = document.documentElement;
  const input = document.querySelector<HTMLInputElement>(box);
  input?.addEventListener(
    'input',
    (event) => watched.keys.push({ length: input.value.length, start: event.timeStamp }),
    true,
  );
  const finish = () => {
    const key = watched.keys.at(-1);
    if (!key || (!sign && root.dataset['search'] !== 'ready')) return;
    document.body.getBoundingClientRect();
    key.end ??= performance.now();
  };
  const target = sign ? input : root;
  if (target) new MutationObserver(finish).observe(target, { attributeFilter: [sign ?? 'data-search'] });
}
