import { preview } from 'astro';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** A browser on the built site, for the tests of one file. */
export interface BrowserSite {
  readonly browser: Browser;
  /** The address of the site's root, without a slash at its end. */
  readonly origin: string;
}

/** Starts a browser and a server of the built site on loopback, and ends both after the tests. */
export function useBrowser(): BrowserSite {
  const site = {} as { browser: Browser; origin: string };
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const executablePath = process.env['CHROME_PATH'];
    if (!executablePath)
      throw new Error(
        'The browser tests need Chrome or Chromium: run them by npm test, or set CHROME_PATH to its program.',
      );
    const server = await preview({ outDir: inject('dist'), logLevel: 'error', server: { host: '127.0.0.1', port: 0 } });
    site.origin = `http://127.0.0.1:${server.port}`;
    stop = () => server.stop();
    site.browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await site.browser?.close();
    await stop?.();
  });
  return site;
}
