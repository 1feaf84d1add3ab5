import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { close } from 'pagefind';
import { type Browser, chromium } from 'playwright-core';
import { nameFile } from '../../src/core/outputs/name-file.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { buildSite } from '../../src/site/build.ts';
import { buildContext } from '../../src/site/chronicle.ts';
import { createProgress } from '../../src/site/progress.ts';
import { buildSearchParts, writeSearchIndex } from '../../src/site/search-index.ts';
import { readSettings, type Settings } from '../../src/site/settings.ts';
import { makeContent, writeContent } from './content.ts';

/** A site built to be searched, and a browser on it. */
export interface SearchSite {
  readonly settings: Settings;
  readonly browser: Browser;
  /** The address of the site's root, without a slash at its end. */
  readonly origin: string;
}

/** Builds a site in a temporary folder, of some content or the project's own, and lends it with a browser. */
export async function withSearchSite<T>(
  content: ((folder: string) => Promise<string>) | undefined,
  use: (site: SearchSite) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'chronicle-bench-'));
  try {
    const real = { ...readSettings({}), out: join(folder, 'dist') };
    const settings = content
      ? { ...real, content: await content(folder), cache: join(folder, 'cache'), history: false }
      : real;
    await buildSite(settings, createProgress({ write: () => {} }));
    const server = new Worker(new URL('./serve-thread.ts', import.meta.url), { workerData: settings.out });
    const [port] = (await once(server, 'message')) as [number];
    const executablePath = process.env['CHROME_PATH'];
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : { channel: 'chrome' }),
      args: ['--no-sandbox'],
    });
    try {
      return await use({ settings, browser, origin: `http://127.0.0.1:${port}` });
    } finally {
      await browser.close();
      await server.terminate();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a small made chronicle, whose pages are enough to search a large one by. */
export async function writeSmallContent(folder: string): Promise<string> {
  const content = join(folder, 'content');
  await mkdir(content);
  await writeContent(content, makeContent(20));
  return content;
}

/** Puts the index and the names of a made chronicle of so many entries in place of the site's own; returns that chronicle. */
export async function replaceIndex({ settings }: SearchSite, entries: number): Promise<ViewContext> {
  const files = Array.from(makeContent(entries), ({ path, text }) => ({ path, bytes: Buffer.from(text) }));
  const context = buildContext(files, settings, false);
  await writeFile(join(settings.out, 'names.json'), JSON.stringify(nameFile(context)));
  const folder = join(settings.out, 'pagefind');
  await rm(folder, { recursive: true });
  await writeSearchIndex(await buildSearchParts(context, settings.cache), folder);
  await close();
  return context;
}
