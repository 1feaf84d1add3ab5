import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pointerWords } from '../../src/core/import/words.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const pages = 'test/fixtures/import/pages';

async function copyContent(): Promise<string> {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/import/content', content, { recursive: true });
  return content;
}

/** Imports a page into a copy of the fixture; returns what was printed and the files written. */
async function importInto(content: string, args: readonly string[]) {
  const list = async () => (await readdir(content, { recursive: true })).filter((name) => name.endsWith('.md'));
  const before = await list();
  const result = await runCli(['import', ...args], { CHRONICLE_CONTENT: content });
  const written = (await list()).filter((name) => !before.includes(name)).sort();
  const texts = await Promise.all(written.map((name) => readFile(join(content, name), 'utf8')));
  return { ...result, written, texts };
}

/** Returns runs of words that two texts share and that are longer than a pointer. */
function sharedRuns(article: string, written: string): string[] {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s—]+/)
      .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
      .filter(Boolean);
  const all = ` ${words(written).join(' ')} `;
  const own = words(article);
  return own.flatMap((_, at) => {
    const run = own.slice(at, at + pointerWords + 1).join(' ');
    return own.length - at > pointerWords && all.includes(` ${run} `) ? [run] : [];
  });
}

describe.each([
  ['herald.html', 'HTML with metadata'],
  ['wire.txt', "an agency's text, broken at a width"],
])('%s: %s', (name) => {
  const page = join(pages, name);

  test('becomes a source and a draft that check accepts', async () => {
    const content = await copyContent();
    const { code, stdout, stderr, written, texts } = await importInto(content, [page]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = stdout.replaceAll(/\S*content\//g, 'content/');
    await expect(`${report}\n${texts.join('\n')}`).toMatchFileSnapshot(`../fixtures/import/${name}.out.txt`);
    expect(written).toHaveLength(2);
    expect((await runCli(['check'], { CHRONICLE_CONTENT: content })).code).toBe(0);
  });

  test('none of its sentences is written down', async () => {
    const content = await copyContent();
    const { stdout, texts } = await importInto(content, [page]);
    const article = (await readFile(page, 'utf8')).replace(/<head>[\s\S]*<\/head>/, '');
    const title = /^title: (.*)$/m.exec(texts[1] ?? '')?.[1] ?? '';
    for (const text of [...texts, stdout])
      expect(sharedRuns(article.replaceAll(title, ''), text.replaceAll(title, ''))).toEqual([]);
  });

  test('a second time nothing is overwritten', async () => {
    const content = await copyContent();
    const first = await importInto(content, [page]);
    const second = await importInto(content, [page]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('is there already and was left as it is. Nothing was written.');
    expect(second.written).toEqual([]);
    expect(await Promise.all(first.written.map((path) => readFile(join(content, path), 'utf8')))).toEqual(first.texts);
  });
});

test('a draft cannot be published before its marks are gone', async () => {
  const content = await copyContent();
  const { written } = await importInto(content, [join(pages, 'wire.txt')]);
  const entry = join(content, written.find((path) => path.startsWith('entries')) ?? '');
  await writeFile(entry, (await readFile(entry, 'utf8')).replace('status: draft', 'status: published'));
  const { code, stdout } = await runCli(['check'], { CHRONICLE_CONTENT: content });
  expect(code).toBe(1);
  expect(stdout).toContain('error unwritten-text');
});

test('what is stated goes before what the page says; --dry-run writes nothing', async () => {
  const { code, stdout, written } = await importInto(await copyContent(), [
    join(pages, 'wire.txt'),
    '--url-of-record=https://post.example/a',
    '--publisher=The Other Post',
    '--title=Another title',
    '--date=2020-10-13',
    '--dry-run',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('url: https://post.example/a\n');
  expect(stdout).toContain('publisher: The Other Post\n');
  expect(stdout).toContain('entries/2020/10/2020-10-13-another-title.md');
  expect(written).toEqual([]);
});

test('an address that has a record is cited, not recorded twice', async () => {
  const { stdout, written } = await importInto(await copyContent(), [
    join(pages, 'wire.txt'),
    '--url-of-record=https://www.herald.example/earlier/',
  ]);
  expect(stdout).toContain('The source has a record, `fpa-2020-10-05-earlier-report`');
  expect(written.map((path) => path.split('/')[0])).toEqual(['entries']);
});

describe('a page that cannot be imported: exit code 1, why, and nothing written', () => {
  const teaser = 'Shells fell on the market of Bridge Town, officials of the town said on Tuesday night. '.repeat(4);
  const undated = `Shells fall on a market\n\n${'Shells fell on the market of Bridge Town, officials of the town said. '.repeat(8)}`;
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'The page is empty'],
    ['only space', ' \n\t\n', 'nothing but space'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'The file is a PDF'],
    ['binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'The file is binary'],
    ['in no known encoding', new Uint8Array([0x41, 0xff, 0xfe, 0x41]), 'neither UTF-8 nor'],
    ['too short', 'A line of a few words.', 'No article was found in the page: it has 6 words'],
    [
      'put together by scripts',
      '<!doctype html><html><body><div id="app"></div></body></html>',
      'put together by scripts',
    ],
    ['behind a paywall, by its words', `${teaser}\n\nSubscribe now to continue reading.`, 'asks for a subscription'],
    [
      'behind a paywall, by its metadata',
      `<!doctype html><html lang="en"><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Shells","isAccessibleForFree":false}</script></head><body><article><p>${teaser}</p></article></body></html>`,
      'asks for a subscription',
    ],
    ['without publisher and date', undated, 'does not tell its publisher, date; state it: --publisher … --date …'],
  ])('%s', async (_, bytes, message) => {
    const content = await copyContent();
    const page = join(content, '..', 'page');
    await writeFile(page, bytes);
    const { code, stderr, written } = await importInto(content, [page]);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Nothing was written.');
    expect({ code, written }).toEqual({ code: 1, written: [] });
  });

  test('content with problems', async () => {
    const content = await copyContent();
    await mkdir(join(content, 'other'));
    await writeFile(join(content, 'other/stray.md'), 'stray');
    const { code, stderr } = await importInto(content, [join(pages, 'wire.txt')]);
    expect(code).toBe(1);
    expect(stderr).toContain('error unexpected-file');
  });
});

test.each([
  [['import'], 'No page is named'],
  [['import', 'a', 'b'], 'Unexpected `b`, expected one page'],
  [['import', 'test/nowhere.html'], 'cannot be read'],
  [['import', `${pages}/wire.txt`, '--url-of-record', 'herald'], 'Unexpected address `herald`'],
  [['import', `${pages}/wire.txt`, '--date', 'today'], 'Unexpected date `today`'],
  [['import', '--fetch'], "Unknown option '--fetch'"],
])('a wrong call %j: exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await runCli(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
