import { select, selectAll } from 'hast-util-select';
import { toString as toText } from 'hast-util-to-string';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import type { FeedFile } from '../../src/core/urls.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { listDayPages } from '../../src/core/views/day.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { type BuiltPage, listFiles, readPages } from '../support/built-pages.ts';
import { feedFaults } from '../support/feed-faults.ts';
import { jsonLdFaults } from '../support/schema-org.ts';

const read = (name: string) => readFile(join(inject('dist'), name), 'utf8');

let context: ViewContext;
let files = new Set<string>();
let pages: BuiltPage[] = [];

beforeAll(async () => {
  context = await readChronicle(readSettings({}), false);
  files = await listFiles(inject('dist'));
  pages = await readPages(inject('dist'));
});

describe('feeds', () => {
  test('every one follows the rules of its format', async () => {
    const names = [...files].filter((name) => /\/(?:feed\.xml|atom\.xml|feed\.json)$/.test(name));
    const { chronicle } = context;
    expect(names).toHaveLength((3 + 18 + chronicle.actors.size + chronicle.places.size) * 3);
    const found: string[] = [];
    for (const name of names)
      for (const fault of feedFaults(name.split('/').at(-1) as FeedFile, await read(name)))
        found.push(`${name}: ${fault}`);
    expect(found.slice(0, 20)).toEqual([]);
  });

  test('that of all entries holds every entry under its permanent id', async () => {
    const { chronicle, urls } = context;
    const ids = [...chronicle.entries.keys()].map((id) => urls.absolute(urls.entryId(id))).sort();
    const feed = JSON.parse(await read('feed.json')) as { items: { id: string }[] };
    expect(feed.items.map((item) => item.id).sort()).toEqual(ids);
    for (const [name, element] of [
      ['feed.xml', 'guid'],
      ['atom.xml', 'id'],
    ] as const) {
      const found = [...(await read(name)).matchAll(new RegExp(`<${element}[^>]*>([^<]*/id/[^<]*)<`, 'g'))];
      expect(found.map((match) => match[1] ?? '').sort()).toEqual(ids);
    }
  });

  test('are named in the head of every page, those of an actor or place on its own', () => {
    const links = (page: BuiltPage) =>
      selectAll('link[rel=alternate]', page.tree).map((link) => String(link.properties['href']));
    const shown = pages.filter((page) => select('meta[property="og:title"]', page.tree));
    expect(shown.filter((page) => !links(page).includes('/atom.xml')).map((page) => page.address)).toEqual([]);
    const place = pages.find((page) => page.address === '/places/stepanakert/');
    expect(place && links(place)).toEqual([
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/places/stepanakert/feed.xml',
      '/places/stepanakert/atom.xml',
      '/places/stepanakert/feed.json',
      '/places/stepanakert/index.json',
    ]);
  });
});

describe('pages as JSON', () => {
  test('every entry, day, actor, place and source has its own, and its page names it', async () => {
    const { chronicle, urls } = context;
    const addresses = [
      ...[...chronicle.entries.values()].map((entry) => urls.entry(entry)),
      ...listDayPages(context).map((day) => urls.day(day)),
      ...(['actors', 'places', 'sources'] as const).flatMap((kind) =>
        [...chronicle[kind].keys()].map((id) => urls.record(kind, id)),
      ),
    ];
    const found: string[] = [];
    const byAddress = new Map(pages.map((page) => [page.address, page]));
    for (const address of addresses) {
      const page = byAddress.get(address);
      const link = page && select('link[rel=alternate][type="application/json"]', page.tree);
      if (link?.properties['href'] !== `${address}index.json`) found.push(`${address}: not named`);
      const record = JSON.parse(await read(`${address}index.json`)) as Record<string, unknown>;
      const stated = record['address'];
      if (stated !== urls.absolute(address)) found.push(`${address}: ${String(stated)}`);
    }
    expect(found).toEqual([]);
  });
});

describe('JSON-LD', () => {
  test('stands on every page and follows the vocabulary of schema.org', () => {
    const found = pages
      .filter((page) => select('meta[property="og:title"]', page.tree))
      .flatMap((page) => {
        const scripts = selectAll('script[type="application/ld+json"]', page.tree);
        const [script] = scripts;
        if (!script || scripts.length > 1) return [`${page.address}: ${scripts.length} scripts`];
        return jsonLdFaults(toText(script)).map((fault) => `${page.address}: ${fault}`);
      });
    expect(found.slice(0, 20)).toEqual([]);
  });
});

describe('files at the root', () => {
  test('the sitemap names every page once, with days', async () => {
    const text = await read('sitemap.xml');
    expect(() => fromXml(text)).not.toThrow();
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const [, day] of text.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('robots.txt names the sitemap and shuts nobody out', async () => {
    const text = await read('robots.txt');
    expect(text).toContain(`Sitemap: ${context.urls.absolute('/sitemap.xml')}\n`);
    expect(text).not.toContain('Disallow');
  });

  test('llms.txt links to what is there', async () => {
    const links = [...(await read('llms.txt')).matchAll(/\]\(([^)]*)\)/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !files.has(link))).toEqual([]);
  });

  test('the description of the search is found from every page and names the search page', async () => {
    const text = await read('opensearch.xml');
    expect(() => fromXml(text)).not.toThrow();
    const [, name = ''] = /<ShortName>([^<]*)<\/ShortName>/.exec(text) ?? [];
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(16);
    expect(text).toContain(`template="${context.urls.absolute('/search/')}?q={searchTerms}"`);
    const link = pages[0] && select('link[rel=search]', pages[0].tree);
    expect(link?.properties['href']).toBe('/opensearch.xml');
  });
});
