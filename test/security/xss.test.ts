import type { BrowserContext, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { z } from 'zod';
import { contentPolicy, headersFile } from '../../src/core/outputs/security-headers.ts';
import { listFiles } from '../support/built-pages.ts';
import { useBrowser } from '../support/browser.ts';
import { serveBuilt } from '../support/serve.ts';
import { buildHostileContent, fullRecords, type HostileContent, readPayloads } from '../support/xss-content.ts';

const site = useBrowser();
const tabs = 3;
const dist = inject('dist');
let content: HostileContent;
let served: Awaited<ReturnType<typeof serveBuilt>>;

beforeAll(async () => {
  content = buildHostileContent((await readPayloads()).map(({ payload }) => payload));
  served = await serveBuilt(dist, readHeaders(headersFile()));
});

afterAll(() => served?.stop());

function readHeaders(file: string): Record<string, string> {
  const lines = file.split('\n').filter((line) => line.startsWith('  '));
  return Object.fromEntries(
    lines.map((line) => [line.slice(2, line.indexOf(':', 2)), line.slice(line.indexOf(': ') + 2)]),
  );
}

interface Watched {
  readonly context: BrowserContext;
  /** What ran, was reported or was asked of another host, with the page that it happened on. */
  readonly incidents: string[];
}

/** Opens a browser that tells of every script of a payload, every report of the policy and every request elsewhere. */
async function watch(origin: string): Promise<Watched> {
  const incidents: string[] = [];
  const context = await site.browser.newContext();
  await context.exposeBinding('tell', ({ page }, what: string) => incidents.push(`${page.url()}: ${what}`));
  await context.addInitScript(() => {
    const { tell } = window as unknown as { tell: (what: string) => void };
    for (const name of ['xss', 'alert', 'confirm', 'prompt'])
      Object.defineProperty(window, name, { value: (...values: unknown[]) => tell(`ran ${name}(${values.join()})`) });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      tell(`policy ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  // Not by a route, which would turn the browser's cache off.
  context.on('request', (request) => {
    if (!request.url().startsWith(origin)) incidents.push(`request ${request.url()}`);
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => incidents.push(`${page.url()}: error ${error.message}`));
    page.on('dialog', (dialog) => {
      incidents.push(`${page.url()}: dialog ${dialog.message()}`);
      dialog.dismiss().catch((error: unknown) => incidents.push(String(error)));
    });
  });
  return { context, incidents };
}

/** Visits addresses in several tabs and collects what `look` finds on each. */
async function visit(
  context: BrowserContext,
  addresses: readonly string[],
  look: (page: Page, address: string) => Promise<string[]>,
) {
  const open = [...addresses];
  const found: string[] = [];
  const work = async () => {
    const page = await context.newPage();
    for (let address = open.pop(); address !== undefined; address = open.pop()) {
      await page.goto(`${served.origin}${address}`, { waitUntil: 'domcontentloaded' });
      found.push(...(await look(page, address)).map((fault) => `${address}: ${fault}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return found;
}

// Event handlers wait for a reader, so their attributes are looked for rather than set off.
function findActive(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes]
      .filter(
        ({ name, value }) => /^(?:on|style$|srcdoc$)/.test(name) || /^\s*(?:javascript|vbscript|data):/i.test(value),
      )
      .filter(({ name }) => !['content', 'aria-label', 'title', 'd', 'value'].includes(name))
      .map(({ name, value }) => `${element.localName}[${name}=${value.slice(0, 60)}]`),
    // A block of data is never run.
    ...(element.localName === 'script' &&
    element.getAttribute('type') !== 'application/ld+json' &&
    !/^\/assets\/[\w.-]+\.js$/.test(element.getAttribute('src') ?? '')
      ? ['a script']
      : []),
    ...(/^(?:iframe|frame|object|embed|base|applet|foreignobject|animate|set)$/i.test(element.localName)
      ? [element.localName]
      : []),
  ]);
}

describe('the detectors', () => {
  test('see a script that runs, a request that leaves and a report of the policy', async () => {
    const html = (policy: string) =>
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><img src=x onerror=xss(1)><img src="https://evil.example/a.png"><b style="color:red" onclick="xss(2)">b</b>`;
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(html(request.url === '/strict' ? contentPolicy : ''));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [path, kinds] of [
      ['/open', ['ran xss(1)', 'request https://evil.example/a.png']],
      ['/strict', ['policy img-src', 'policy script-src-attr', 'policy style-src-attr']],
    ] as const) {
      const { context, incidents } = await watch(origin);
      const page = await context.newPage();
      await page.goto(`${origin}${path}`);
      for (const kind of kinds) await expect.poll(() => incidents.join('\n')).toContain(kind);
      expect(await page.evaluate(findActive)).toEqual([
        'img[onerror=xss(1)]',
        'b[style=color:red]',
        'b[onclick=xss(2)]',
      ]);
      await context.close();
    }
    server.closeAllConnections();
    server.close();
  });
});

describe('payloads in every text', () => {
  test('at least 150, none twice, from named origins', async () => {
    const payloads = await readPayloads();
    expect(payloads.length).toBeGreaterThanOrEqual(150);
    expect(new Set(payloads.map(({ payload }) => payload)).size).toBe(payloads.length);
    expect(new Set(payloads.map(({ origin }) => origin)).size).toBe(4);
  });

  test('every field of every kind of record is tried', () => {
    for (const [kind, record] of Object.entries(fullRecords).filter(([name]) => name !== 'address')) {
      const wanted = listKeys(z.toJSONSchema(record.schema, { io: 'input', unrepresentable: 'any' }));
      const given = new Set([...listDataKeys(record.data(0)), ...listDataKeys(fullRecords['address']?.data(0))]);
      expect([kind, [...wanted].filter((key) => !given.has(key))]).toEqual([kind, []]);
    }
  });

  test('a field takes a payload as text or refuses it with a message that says what may stand there', () => {
    const accepted = content.tried.filter(({ refusal }) => refusal === undefined);
    const takers = new Set(accepted.map(({ field }) => field));
    for (const field of [
      ...[
        'entry.title',
        'entry.time',
        'entry.summary',
        'entry.claims.[].says',
        'entry.figures.[].note',
        'entry.reason',
      ],
      ...[
        'entry.corrections.[].note',
        'actor.names.[].text',
        'actor.names.[].note',
        'actor.also.[]',
        'actor.roles.[].title',
      ],
      ...[
        'place.names.[].text',
        'source.title',
        'source.publisher',
        'source.agency.[]',
        'source.author.[]',
        'source.note',
      ],
      ...['source.url-missing', 'source.archive-missing', 'page.title', 'page.summary', 'config.title', 'config.scope'],
      ...['entry body', 'actor body', 'place body', 'source body', 'page body'],
    ])
      expect(takers).toContain(field);
    for (const { field } of accepted)
      expect(field).not.toMatch(/(?:url|archive|id|date|lang|kind|was\.\[\]|wikidata)$/);
    for (const { refusal, payload } of content.tried) {
      if (refusal === undefined) continue;
      expect(refusal.reason).toMatch(/^(?:Unexpected|Missing) .*, expected .+\.$/s);
      if (refusal.ruleId === 'too-long') expect(payload.length).toBeGreaterThan(60);
      if (refusal.ruleId === 'untidy-text') expect(payload).toMatch(/^\s|\s$|[\n\t]/);
      if (refusal.ruleId === 'raw-html') expect(payload).toContain('<');
    }
  });

  test('no page runs a script, asks another host, breaks the policy or loses a letter', async () => {
    // Redirects lead to pages that are opened themselves.
    const addresses = [...(await listFiles(dist))].filter(
      (path) => (path.endsWith('/') && !/^\/(?:old|id)\//.test(path)) || path === '/404.html',
    );
    expect(addresses.length).toBeGreaterThan(1000);
    const { context, incidents } = await watch(served.origin);
    const found = await visit(context, addresses, async (page, address) => {
      const title = content.titles.get(address);
      const shown = title === undefined ? undefined : await page.locator('h1').textContent();
      return [
        ...(await page.evaluate(findActive)),
        ...(shown?.trim() === title?.trim() ? [] : [`expected the title ${title}, got ${shown}`]),
      ];
    });
    expect(found.slice(0, 20)).toEqual([]);
    expect(incidents.slice(0, 20)).toEqual([]);
    await context.close();
  });

  test('a search for a payload shows it as text, in results and suggestions', async () => {
    const { context, incidents } = await watch(served.origin);
    const payloads = (await readPayloads()).map(({ payload }) => payload).filter((payload) => !payload.includes('\0'));
    const addresses = payloads.map((payload) => `/search/?q=${encodeURIComponent(payload)}`);
    let results = 0;
    const found = await visit(context, addresses, async (page) => {
      await page.locator('html[data-search=ready]').waitFor();
      results += await page.locator('[data-results] > li').count();
      return page.evaluate(findActive);
    });
    expect(results).toBeGreaterThan(100);
    expect(found.slice(0, 20)).toEqual([]);
    expect(incidents.slice(0, 20)).toEqual([]);
    await context.close();
  });

  test('WebAssembly runs on no page', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const compile = () =>
      WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
        () => true,
        () => false,
      );
    for (const path of ['/', '/search/']) {
      await page.goto(served.origin + path);
      expect([path, await page.evaluate(compile)]).toEqual([path, false]);
    }
    await context.close();
  });

  test('feeds, sitemap and data are well formed and hold the titles as they are', async () => {
    const read = (path: string) => readFile(join(dist, path), 'utf8');
    for (const path of ['feed.xml', 'atom.xml', 'sitemap.xml']) {
      const tree = fromXml(await read(path));
      expect(JSON.stringify(tree)).not.toMatch(/"name":"(?:script|img|svg|iframe)"/i);
    }
    const { items } = JSON.parse(await read('feed.json')) as { items: { url: string; title: string }[] };
    const byPath = new Map(items.map((item) => [new URL(item.url).pathname, item.title]));
    for (const [address, title] of content.titles) expect(byPath.get(address)).toBe(title);
    for (const path of ['names.json', 'map/entries.json']) expect(JSON.parse(await read(path))).toBeTypeOf('object');
    const tables = [...(await listFiles(dist))].filter((path) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(0);
    for (const path of tables) expect(await read(path)).not.toMatch(/(?:^|,|\r\n)"?[=+@\t]/);
  });
});

function listKeys(schema: unknown): Set<string> {
  if (schema === null || typeof schema !== 'object') return new Set();
  const { properties, ...others } = schema as { properties?: Record<string, unknown> };
  const nested = [...Object.values(properties ?? {}), ...Object.values(others)];
  return new Set([...Object.keys(properties ?? {}), ...nested.flatMap((item) => [...listKeys(item)])]);
}

function listDataKeys(data: unknown): string[] {
  if (data === null || typeof data !== 'object') return [];
  const own = Array.isArray(data) ? [] : Object.keys(data);
  return [...own, ...Object.values(data).flatMap((item) => listDataKeys(item))];
}
