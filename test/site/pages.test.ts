import { select, selectAll } from 'hast-util-select';
import { toString as toText } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { listAddresses } from '../../src/core/views/addresses.ts';
import { readWithHistory } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { type BuiltPage, listFiles, readPages } from '../support/built-pages.ts';

let pages: BuiltPage[] = [];
let files = new Set<string>();
let expected: string[] = [];

beforeAll(async () => {
  pages = await readPages(inject('dist'));
  files = await listFiles(inject('dist'));
  expected = listAddresses(await readWithHistory(readSettings({}), false));
});

/** Collects what is wrong with each page, so that one run names all. */
function faults(check: (page: BuiltPage) => string[]): string[] {
  return pages.flatMap((page) => check(page).map((fault) => `${page.address}: ${fault}`));
}

describe('the built site', () => {
  test('has every page that the chronicle lists, and the sitemap names them', async () => {
    expect(expected.filter((address) => !files.has(address))).toEqual([]);
    const sitemap = await readFile(join(inject('dist'), 'sitemap.xml'), 'utf8');
    expect(sitemap.match(/<loc>/g)).toHaveLength(expected.length);
  });

  test('links and fragments resolve', () => {
    const ids = new Map(
      pages.map((page) => [
        page.address,
        new Set(selectAll('[id]', page.tree).map((node) => String(node.properties['id']))),
      ]),
    );
    const found = faults((page) =>
      selectAll('a[href], link[href], script[src], form[action]', page.tree)
        .map((node) => String(node.properties['href'] ?? node.properties['src'] ?? node.properties['action']))
        .filter((href) => !/^(?:https?:|mailto:)/.test(href))
        .flatMap((href) => {
          const url = new URL(href, `http://site${page.address}`);
          if (!files.has(url.pathname)) return [`dead link ${href}`];
          const isMissing = url.hash !== '' && !ids.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1)));
          return isMissing ? [`dead fragment ${href}`] : [];
        }),
    );
    expect(found).toEqual([]);
  });

  test('each page has one h1, a language, a description, and an id only once', () => {
    const found = faults(({ tree }) => {
      const ids = selectAll('[id]', tree).map((node) => String(node.properties['id']));
      return [
        ...(selectAll('h1', tree).length === 1 ? [] : ['not one h1']),
        ...(select('html[lang=en]', tree) ? [] : ['no language']),
        ...(select('meta[name=description][content]', tree) ? [] : ['no description']),
        ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
      ];
    });
    expect(found).toEqual([]);
  });

  test('titles, descriptions and canonical addresses are unique', () => {
    const shown = pages.filter((page) => !select('meta[name=robots]', page.tree));
    for (const read of [
      (page: BuiltPage) => toText(select('title', page.tree) ?? { type: 'root', children: [] }),
      (page: BuiltPage) => String(select('meta[name=description]', page.tree)?.properties['content']),
      (page: BuiltPage) => String(select('link[rel=canonical]', page.tree)?.properties['href']),
    ]) {
      const values = shown.map(read);
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    }
  });

  test('records name themselves', () => {
    const records = new Map(
      pages.map((page) => [String(select('meta[name=record]', page.tree)?.properties['content']), page.address]),
    );
    expect(records.get('place:stepanakert')).toBe('/places/stepanakert/');
    expect(records.get('day:2020-10-29')).toBe('/2020/10/29/');
  });

  test('nothing is asked of anybody else: no address of another site is loaded', () => {
    const found = faults(({ tree }) =>
      selectAll('script[src], img, iframe, link[rel=stylesheet], link[rel=icon], source, video, audio', tree)
        .map((node) => String(node.properties['src'] ?? node.properties['href']))
        .filter((address) => !address.startsWith('/')),
    );
    expect(found).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Astro writes void elements and attributes in the HTML serialisation without these marks.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'no-inline-style': 'error',
      },
    });
    const found: string[] = [];
    for (const page of pages) {
      const report = await validator.validateString(page.html);
      for (const result of report.results)
        for (const message of result.messages)
          found.push(`${page.address}:${message.line}: ${message.ruleId}: ${message.message}`);
    }
    expect(found.slice(0, 40)).toEqual([]);
  });
});
