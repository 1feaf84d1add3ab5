import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { select, selectAll } from 'hast-util-select';
import { toString as toText } from 'hast-util-to-string';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { ViewContext } from '../../src/core/views/context.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { type BuiltPage, readPages } from '../support/built-pages.ts';

let context: ViewContext;
let pages: Map<string, BuiltPage>;

beforeAll(async () => {
  context = await readChronicle(readSettings({}), false);
  pages = new Map((await readPages(inject('dist'))).map((page) => [page.address, page]));
});

const metas = (page: BuiltPage | undefined, name: string) =>
  page ? selectAll(`meta[name="${name}"]`, page.tree).map((node) => String(node.properties['content'])) : [];

/** Returns the reference in a format that a page offers for itself, not for its claims. */
function offered(page: BuiltPage | undefined, what: string, format: string): string {
  if (!page) return '';
  for (const cite of selectAll('details.cite', page.tree)) {
    if (toText(select('summary', cite) ?? cite) !== `Cite this ${what}`) continue;
    const found = selectAll('details', cite).find((node) => toText(select('summary', node) ?? node) === format);
    if (found) return toText(select('pre', found) ?? found);
  }
  return '';
}

describe('addresses that stay', () => {
  test('every registered address has a page', () => {
    expect(context.chronicle.addresses.length).toBeGreaterThan(context.chronicle.entries.size);
    expect(context.chronicle.addresses.filter((address) => !pages.has(address))).toEqual([]);
  });

  test('every entry has an address by its id that leads to it', () => {
    const wrong = [...context.chronicle.entries.values()].filter((entry) => {
      const page = pages.get(`/id/${entry.id}/`);
      const target = page && select('meta[http-equiv=refresh]', page.tree)?.properties['content'];
      return target !== `0; url=${context.urls.entry(entry)}`;
    });
    expect(wrong.map((entry) => entry.id)).toEqual([]);
  });

  test('redirects are told to hosts too', async () => {
    const rows = (await readFile(join(inject('dist'), '_redirects'), 'utf8')).trimEnd().split('\n');
    expect(rows.length).toBeGreaterThanOrEqual(context.chronicle.entries.size);
    expect(rows.filter((row) => !/^\/\S+\/ \/\S+\/ 301$/.test(row))).toEqual([]);
    const nginx = (await readFile(join(inject('dist'), '_redirects.nginx'), 'utf8')).trimEnd().split('\n');
    expect(nginx).toEqual(rows.map((row) => row.replace(/ 301$/, ';')));
  });
});

describe('citing', () => {
  test('every entry, claim and source, and every day, says how to cite it', () => {
    const { chronicle, urls } = context;
    const count = (address: string) => {
      const page = pages.get(address);
      return page ? selectAll('details.cite', page.tree).length : 0;
    };
    const entries = [...chronicle.entries.values()].filter(
      (entry) => count(urls.entry(entry)) !== 1 + entry.claims.length,
    );
    const sources = [...chronicle.sources.keys()].filter((id) => count(urls.record('sources', id)) !== 1);
    const days = [...chronicle.days.keys()].filter((day) => count(urls.day(day)) !== 1);
    expect([entries.map((entry) => entry.id), sources, days]).toEqual([[], [], []]);
  });

  test('the head of an entry names its origins', () => {
    const entry = context.chronicle.entries.get('2020-10-29-fifth-week-of-fighting');
    const page = entry && pages.get(context.urls.entry(entry));
    expect(metas(page, 'citation_title')[0]).toContain(entry?.title);
    const urls = (entry?.sources ?? []).flatMap((id) => context.chronicle.sources.get(id)?.url ?? []);
    expect(metas(page, 'DC.source')).toEqual(expect.arrayContaining(urls));
    expect(metas(page, 'DC.description')[0]).toContain('Associated Press');
  });

  test('the BibTeX of the seed source is read back as what it was written from', () => {
    const id = 'ap-2020-10-29-fighting-grinds-on';
    const source = context.chronicle.sources.get(id);
    const text = offered(pages.get(context.urls.record('sources', id)), 'source', 'BibTeX');
    const [item] = new Cite(text).data;
    expect(item).toMatchObject({ title: source?.title, author: source?.author.map((name) => ({ family: name })) });
    expect(item?.issued?.['date-parts']).toEqual([[2020, 10, 29]]);
  });

  test('CSL-JSON is JSON on every page that offers it', () => {
    const texts = [...pages.values()].flatMap((page) =>
      ['entry', 'day', 'source', 'claim'].map((what) => offered(page, what, 'CSL-JSON')).filter((text) => text !== ''),
    );
    expect(texts.length).toBeGreaterThan(context.chronicle.sources.size);
    for (const text of texts) expect(JSON.parse(text)).toHaveLength(1);
  });
});
