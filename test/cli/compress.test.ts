import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { digestFolder } from '../support/digest-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('compress', () => {
  test('writes larger text twice more, smaller, and the same bytes each time', async () => {
    const out = join(await tempFolder(), 'dist');
    const page = '<p>Şuşa said so.</p>\n'.repeat(200);
    await mkdir(join(out, 'day'), { recursive: true });
    await writeFile(join(out, 'day/index.html'), page);
    await writeFile(join(out, 'small.css'), 'p { margin: 0 }');
    await writeFile(join(out, 'font.woff2'), page);
    const { code, stdout } = await runCli(['compress'], { CHRONICLE_OUT: out });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^1 files in .*: 0\.0 MB, 0\.0 MB as brotli, 0\.0 MB as gzip\n$/),
    ]);
    expect((await readdir(out)).sort()).toEqual(['day', 'font.woff2', 'small.css']);
    const [brotli, gzip] = await Promise.all(['br', 'gz'].map((end) => readFile(join(out, `day/index.html.${end}`))));
    expect(String(brotliDecompressSync(brotli as Buffer))).toBe(page);
    expect(String(gunzipSync(gzip as Buffer))).toBe(page);
    // RFC 1952: four bytes of time, one of how, one of the system.
    expect([...(gzip as Buffer).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
    const before = await digestFolder(out);
    await runCli(['compress'], { CHRONICLE_OUT: out });
    expect(await digestFolder(out)).toEqual(before);
  });

  test('without a built site it says what to do', async () => {
    const { code, stderr } = await runCli(['compress'], { CHRONICLE_OUT: join(await tempFolder(), 'dist') });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Build the site first: npm run build\n')]);
  });

  test('takes no arguments', async () => {
    const { code, stderr } = await runCli(['compress', 'dist']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Unexpected argument `dist`')]);
  });
});
