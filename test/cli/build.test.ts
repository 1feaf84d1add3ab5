import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('build', () => {
  test('a content error fails the build, is reported in full, and leaves the previous output', async () => {
    const folder = await tempFolder();
    const out = join(folder, 'dist');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'previous');
    const { code, stderr } = await runCli(['build'], {
      CHRONICLE_CONTENT: 'test/fixtures/schema/content',
      CHRONICLE_OUT: out,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('error bad-date');
    expect(stderr).toContain('error unknown-key');
    expect(stderr).toContain('Nothing was written');
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('previous');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  test('sound content is built whole in place of the previous output, under a base path', async () => {
    const folder = await tempFolder();
    const content = join(folder, 'content');
    const out = join(folder, 'dist');
    await cp('test/fixtures/sound/content', content, { recursive: true });
    await mkdir(out);
    await writeFile(join(out, 'stale.html'), 'previous');
    const environment = {
      CHRONICLE_CONTENT: content,
      CHRONICLE_OUT: out,
      BASE_PATH: '/repo',
      SITE_URL: 'https://other.example/',
    };
    const { code, stdout, stderr } = await runCli(['build'], environment);
    expect(stderr).toContain('Rendering pages');
    expect(stdout).toMatch(/^\d+ pages, 12 search documents in /);
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual(['content', 'dist']);
    expect(await readdir(out)).not.toContain('stale.html');
    const html = await readFile(join(out, '2020/10/02/shelling/index.html'), 'utf8');
    expect(html).toContain('<link rel="canonical" href="https://other.example/repo/2020/10/02/shelling/">');
    expect(html).toContain('href="/repo/sources/wire/"');
    expect(
      [...html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].filter(([, address]) => !address?.startsWith('/repo/')),
    ).toEqual([]);
    const moved = await readFile(join(out, '2020/10/02/old-shelling/index.html'), 'utf8');
    expect(moved).toContain('content="0; url=/repo/2020/10/02/shelling/"');
    const withdrawn = await readFile(join(out, '2020/10/04/withdrawn/index.html'), 'utf8');
    expect(withdrawn).toContain('The source was misread.');
    expect(await readdir(join(out, '2020/10/04'))).toEqual(['index.html', 'index.json', 'withdrawn']);
  });

  test('the same content gives the same bytes, in every file but those of the search index', async () => {
    const folder = await tempFolder();
    const build = async (name: string) => {
      const out = join(folder, name);
      const environment = { CHRONICLE_CONTENT: 'test/fixtures/sound/content', CHRONICLE_OUT: out };
      expect((await runCli(['build'], environment)).code).toBe(0);
      const names = (await readdir(out, { recursive: true, withFileTypes: true }))
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name))
        // Pagefind's own files differ from build to build.
        .filter((path) => !relative(out, path).startsWith('pagefind'))
        .sort();
      const sums = names.map(async (path) => [
        relative(out, path),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ]);
      return Promise.all(sums);
    };
    const first = await build('first');
    expect(first.map(([name]) => name)).toEqual(
      expect.arrayContaining(['data/chronicle.sqlite', 'data/chronicle.zip', 'feeds/latest/atom.xml']),
    );
    expect(await build('second')).toEqual(first);
  });

  test('an argument is a wrong call', async () => {
    expect((await runCli(['build', 'now'])).code).toBe(2);
  });
});
