import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { reservedAddresses } from '../../src/core/check-addresses.ts';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { readFixture } from '../support/read-fixture.ts';

const actor = new TextEncoder().encode('---\nnames: [{text: A, lang: en}]\nkind: person\nside: north\n---\n');
const rulesOf = (path: string, bytes = actor) =>
  buildChronicle([{ path, bytes }])
    .messages.filter((message) => message.file === path)
    .map((message) => message.ruleId);

describe('file names', () => {
  test.each([
    'actors/a\\b.md',
    'actors/a\0b.md',
    'actors/\u0430zerbaijan.md',
    'actors/a\u202Eb.md',
    'actors/A.md',
    'actors/...md',
    'actors/a..b.md',
    'actors/a%2e%2e.md',
    'actors/con .md',
    'actors/<svg onload=alert(1)>.md',
  ])('%j is no id', (path) => {
    expect(rulesOf(path)).toContain('bad-id');
  });

  test.each([
    '../actors/a.md',
    'actors/../../a.md',
    '/actors/a.md',
    'actors//a.md',
    'actors/a.md/b',
    '.md',
    'actors/.md',
  ])('%j is no record', (path) => {
    expect(rulesOf(path)).toContain('unexpected-file');
  });
});

describe('frontmatter', () => {
  test('pollutes no prototype', async () => {
    buildChronicle(await readFixture('hostile'));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  // The limits hold before a parser sees the text; these took minutes or ended the process.
  test.each([
    ['flow lists', `x: ${'['.repeat(90_000)}\n`, ''],
    ['flow maps', `x: ${'{a: '.repeat(40_000)}\n`, ''],
    ['block lists', `x:\n  ${'- '.repeat(90_000)}a\n`, ''],
    ['explicit keys', `${'? '.repeat(90_000)}a\n`, ''],
    ['quotations', '', '>'.repeat(190_000)],
    ['bullets', '', `${'- '.repeat(90_000)}a`],
    ['numbered lists', '', `${'1. '.repeat(60_000)}a`],
    ['brackets', '', '['.repeat(190_000)],
    ['links', '', '[a]('.repeat(45_000)],
    ['emphasis', '', '*a_ '.repeat(45_000)],
  ])('%s without end are refused at once', (_, data, body) => {
    const started = performance.now();
    const rules = rulesOf('pages/p.md', new TextEncoder().encode(`---\ntitle: T\nsummary: S\n${data}---\n${body}\n`));
    expect(rules.filter((rule) => rule === 'too-deep' || rule === 'too-long')).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("every folder and page of the site's own is reserved", async () => {
  const routes = (await readdir('src/pages')).map((name) => name.replace(/\.(?:astro|ts)$/, ''));
  const own = routes.filter((name) => !/[[.]/.test(name) && !['index', 'contribute', 'names', 'about'].includes(name));
  expect(own.filter((name) => !reservedAddresses.includes(name))).toEqual([]);
});
