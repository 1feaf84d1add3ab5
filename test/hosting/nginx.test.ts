import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { selectAll } from 'hast-util-select';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { recordDates } from '../../src/core/history/record-dates.ts';
import { dataFiles } from '../../src/core/outputs/data/data-files.ts';
import { headerPolicy, securityHeaders } from '../../src/core/outputs/security-headers.ts';
import { siteFiles } from '../../src/core/outputs/site-files.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { listRedirects } from '../../src/core/views/page.ts';
import { readWithHistory } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { readPages } from '../support/built-pages.ts';
import { runCli } from '../support/run-cli.ts';
import { type Nginx, runNginx } from './run-nginx.ts';

const nginx = inject('nginx');
// Who has no nginx is told that these tests are skipped, and why; continuous integration never does without them.
const isMissing = 'missing' in nginx;
if (isMissing && process.env['CI']) throw new Error(nginx.missing);
const forever = 'public, max-age=31536000, immutable';

const ask = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers, redirect: 'manual' });
const seconds = (value: string | null) => Number(/max-age=(\d+)/.exec(value ?? '')?.[1] ?? 0);

describe.skipIf(isMissing).each(['/', '/repo/'])('nginx by hosting/nginx.conf, under %s', (base) => {
  let folder: string;
  let dist: string;
  let server: Nginx;
  let site: string;
  let context: ViewContext;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chronicle-nginx-'));
    const root = join(folder, 'host');
    dist = join(root, base);
    const content = join(folder, 'content');
    await cp('test/fixtures/sound/content', content, { recursive: true });
    // Other pages lead there.
    await writeFile(
      join(content, 'pages/contribute.md'),
      '---\ntitle: Contribute\nsummary: How to help.\n---\nWrite.\n',
    );
    const environment = {
      CHRONICLE_CONTENT: content,
      CHRONICLE_OUT: dist,
      CHRONICLE_CACHE: join(folder, 'cache'),
      CHRONICLE_HISTORY: 'off',
      BASE_PATH: base,
    };
    for (const command of ['build', 'compress']) {
      const { code, stderr } = await runCli([command], environment);
      if (code !== 0) throw new Error(stderr);
    }
    context = await readWithHistory(readSettings(environment), false);
    if (!('program' in nginx)) return;
    server = await runNginx(nginx.program, folder, root, base);
    site = server.origin + base;
    const executablePath = process.env['CHROME_PATH'];
    if (!executablePath) throw new Error('The search is tried in Chrome or Chromium: set CHROME_PATH to its program.');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('every page comes with status, type and headers', async () => {
    const moved = listRedirects(context);
    const pages = (await readPages(dist)).map(({ address }) => address.slice(1));
    expect(pages.length).toBeGreaterThan(50);
    for (const page of pages.filter((path) => !moved.has(path.slice(0, -1)))) {
      const { status, headers } = await ask(site + page);
      const expected = { ...securityHeaders, 'Content-Security-Policy': headerPolicy, 'Cache-Control': 'no-cache' };
      expect([page, status, headers.get('content-type')]).toEqual([page, 200, 'text/html; charset=utf-8']);
      for (const [name, value] of Object.entries(expected))
        expect([page, name, headers.get(name)]).toEqual([page, name, value]);
    }
  });

  test.each([
    'nothing/',
    'nothing',
    '2020/10/02/nothing.html',
    'assets/gone.abcdefgh.js',
    'assets/',
    '_redirects',
    '_redirects.nginx',
    '_headers',
  ])('%s is answered by the page for it, with the status 404', async (path) => {
    const response = await ask(site + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(await readFile(join(dist, '404.html'), 'utf8'));
    expect(response.headers.get('content-security-policy')).toBe(headerPolicy);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('every earlier address is moved for good, with its query; a missing slash is added', async () => {
    const moved = [...listRedirects(context)];
    expect(moved.length).toBeGreaterThan(3);
    for (const [path, { target }] of moved) {
      const response = await ask(`${site}${path}/?q=1`);
      expect([path, response.status, response.headers.get('location')]).toEqual([path, 301, `${target}?q=1`]);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const path of ['2020/10/02/shelling', 'search', ...(base === '/' ? [] : [''])]) {
      const address = (site + path).replace(/\/$/, '');
      const response = await ask(address);
      expect([response.status, response.headers.get('location')]).toEqual([301, `${new URL(address).pathname}/`]);
    }
  });

  test.each(['br', 'gzip'])('larger text comes as %s, small and packed files as they are', async (encoding) => {
    const items = await readdir(dist, { recursive: true, withFileTypes: true });
    const paths = items
      .filter((item) => item.isFile() && !/\.(?:br|gz)$|^_/.test(item.name))
      .map((item) => join(item.parentPath, item.name).slice(dist.length).replace(/^\//, ''));
    const moved = listRedirects(context);
    let packed = 0;
    for (const path of paths.filter((item) => !moved.has(item.replace('/index.html', '')))) {
      const response = await ask(site + path, { 'accept-encoding': encoding });
      const original = await readFile(join(dist, path));
      const isPacked = response.headers.get('content-encoding') === encoding;
      const isText = /^\.(?:html|css|js|json|xml|csv|svg|txt|geojson|bib|ris)$/.test(extname(path));
      expect([path, response.status, isPacked]).toEqual([path, 200, isText && original.length >= 1000]);
      expect(original.equals(await response.bytes())).toBe(true);
      if (isPacked) expect([path, response.headers.get('vary')]).toEqual([path, 'Accept-Encoding']);
      packed += isPacked ? 1 : 0;
    }
    expect(packed).toBeGreaterThan(100);
    expect((await ask(site, { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
  });

  test('what has its digest in its name is kept for a year, everything else is asked for again', async () => {
    const names = async (path: string) => {
      const items = await readdir(join(dist, path), { recursive: true, withFileTypes: true });
      return items
        .filter((item) => item.isFile() && !/\.(?:br|gz)$/.test(item.name))
        .map((item) => relative(dist, join(item.parentPath, item.name)));
    };
    const folders = ['assets', ...['filter', 'fragment', 'index'].map((name) => `pagefind/${name}`)];
    const hashed = [
      ...(await Promise.all(folders.map(names))).flat(),
      ...(await names('pagefind')).filter((name) => name.endsWith('.pf_meta')),
    ];
    expect(hashed.length).toBeGreaterThan(30);
    for (const path of hashed)
      expect([path, (await ask(site + path)).headers.get('cache-control')]).toEqual([path, forever]);
    const others = [
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json',
      'pagefind/wasm.en.pagefind',
      'icon.svg',
      'names.json',
      'feed.xml',
      'data/entries.csv',
    ];
    for (const path of others) {
      const { headers } = await ask(site + path);
      expect([path, seconds(headers.get('cache-control')), headers.get('cache-control')]).toEqual([
        path,
        0,
        'no-cache',
      ]);
      const again = await ask(site + path, { 'if-none-match': headers.get('etag') ?? '' });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });

  test('every file for machines has the type that the core gives it, in UTF-8', async () => {
    const files = [...siteFiles(context, recordDates(context.history)), ...dataFiles(context)];
    for (const { path, type } of files.filter((file) => !file.path.startsWith('_'))) {
      const response = await ask(site + path);
      expect([path, response.headers.get('content-type')]).toEqual([path, `${type}; charset=utf-8`]);
    }
    const others = {
      'pagefind/pagefind.js': 'text/javascript; charset=utf-8',
      'icon.svg': 'image/svg+xml; charset=utf-8',
      'data/chronicle.zip': 'application/zip',
    };
    for (const [path, type] of Object.entries(others))
      expect((await ask(site + path)).headers.get('content-type')).toBe(type);
  });

  test('every link and file of every page is there', async () => {
    const targets = new Set<string>();
    for (const { address, tree } of await readPages(dist)) {
      for (const { properties } of selectAll('[href], [src]', tree)) {
        const url = new URL(String(properties['href'] ?? properties['src']), site + address.slice(1));
        if (url.origin === server.origin) targets.add(url.pathname);
      }
    }
    expect(targets.size).toBeGreaterThan(100);
    const moved = listRedirects(context);
    for (const target of targets) {
      expect(target.startsWith(base)).toBe(true);
      const isMoved = moved.has(target.slice(base.length, -1));
      expect([target, (await ask(server.origin + target)).status]).toEqual([target, isMoved ? 301 : 200]);
    }
  });

  test('the search works in a browser, and nothing is refused', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('requestfailed', (request) => faults.push(request.url()));
    await page.goto(`${site}search/?q=Körpüşəhər`);
    await page.locator('html[data-search=ready]').waitFor();
    const links = await page
      .locator('[data-results] > li h2 a')
      .evaluateAll((items) => items.map((item) => item.getAttribute('href')));
    expect(links).toContain(`${base}places/bridge-town/`);
    await page.locator(`[data-results] a[href="${base}2020/10/02/shelling/"]`).first().click();
    await page.locator('h1').waitFor();
    expect(new URL(page.url()).pathname).toBe(`${base}2020/10/02/shelling/`);
    expect(await page.locator('h1').innerText()).toContain('shelling Bridge Town');
    expect(faults).toEqual([]);
    await page.close();
  });
});
