import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { listFiles, readPages } from '../support/built-pages.ts';
import { contrast, distanceAsSeen, readTokens, visions } from '../support/colours.ts';
import { readContent } from '../../src/site/read-content.ts';

const kilobyte = 1000;

describe('colours', () => {
  test.each(['light', 'dark'] as const)('text and sides stand out from the page, %s', async (theme) => {
    const tokens = await readTokens(theme);
    for (const ground of ['paper', 'raised'] as const)
      for (const ink of ['ink', 'soft', 'side-a', 'side-b', 'third', 'accent'] as const)
        expect(contrast(tokens[ink], tokens[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.ink, tokens.mark), 'ink on mark').toBeGreaterThanOrEqual(4.5);
    for (const ground of ['land', 'water'] as const)
      for (const ink of ['ink', 'soft', 'accent'] as const)
        expect(contrast(tokens[ink], tokens[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['light', 'dark'] as const)('the two sides weigh the same, %s', async (theme) => {
    const tokens = await readTokens(theme);
    const [a, b] = [contrast(tokens['side-a'], tokens.paper), contrast(tokens['side-b'], tokens.paper)];
    expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(1.25);
  });

  test.each(['light', 'dark'] as const)(
    'the two sides stay apart for every kind of colour vision, %s',
    async (theme) => {
      const tokens = await readTokens(theme);
      for (const vision of visions)
        expect(distanceAsSeen(vision, tokens['side-a'], tokens['side-b']), vision).toBeGreaterThan(0.12);
    },
  );
});

describe('fonts', () => {
  test('weigh at most 60 kB together', async () => {
    const folder = 'src/styles/fonts';
    const names = (await readdir(folder)).filter((name) => name.endsWith('.woff2'));
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
    expect(names.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * kilobyte);
  });

  test('have every Latin, Cyrillic and Armenian letter of the content', async () => {
    const css = await readFile('src/styles/fonts.css', 'utf8');
    const faces = css
      .split('@font-face')
      .filter((face) => face.includes("'Chronicle Serif'") && !face.includes('italic'));
    const ranges = faces.flatMap((face) =>
      [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = '', to = from]) => [
        Number.parseInt(from, 16),
        Number.parseInt(to, 16),
      ]),
    );
    const files = await readContent('content');
    const letters = new Set(files.flatMap(({ bytes }) => [...new TextDecoder().decode(bytes)]));
    const missing = [...letters].filter((letter) => {
      if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Armenian}]/u.test(letter)) return false;
      const code = letter.codePointAt(0) ?? 0;
      return !ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
    });
    expect(missing).toEqual([]);
  });
});

describe('budgets', () => {
  test('an entry is read with at most 25 kB, fonts apart, and without JavaScript', async () => {
    const dist = inject('dist');
    const files = await listFiles(dist);
    const size = async (path: string) => brotliCompressSync(await readFile(join(dist, path))).length;
    const styles = [...files].filter((path) => /^\/assets\/.*\.css$/.test(path));
    const base = (await Promise.all([...styles, '/map/base.svg'].map(size))).reduce((sum, bytes) => sum + bytes, 0);
    const entries = (await readPages(dist)).filter((page) => page.html.includes('name="record" content="entry:'));
    expect(entries.length).toBeGreaterThan(0);
    const heaviest = Math.max(...entries.map((page) => brotliCompressSync(page.html).length));
    console.error(`heaviest entry ${heaviest} bytes, with styles and map ${heaviest + base} bytes (brotli)`);
    expect(heaviest + base).toBeLessThanOrEqual(25 * kilobyte);
  });

  test('all names, with the library that forgives typos, are at most 20 kB', async () => {
    const names = brotliCompressSync(await readFile(join(inject('dist'), 'names.json'))).length;
    const library = brotliCompressSync(await readFile('node_modules/fuse.js/dist/fuse.basic.min.mjs')).length;
    console.error(`names ${names} bytes, with Fuse.js ${names + library} bytes (brotli)`);
    expect(names + library).toBeLessThanOrEqual(20 * kilobyte);
  });

  test('the map is at most 40 kB', async () => {
    const html = await readFile(join(inject('dist'), 'map/index.html'));
    const svg = /<svg[^>]*data-drawing.*?<\/svg>/s.exec(html.toString())?.[0] ?? '';
    expect(svg.length).toBeGreaterThan(1000);
    expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(40 * kilobyte);
  });
});
