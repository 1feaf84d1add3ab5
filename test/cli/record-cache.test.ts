import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identify, readRecord } from '../../src/core/read-record.ts';
import type { ContentFile } from '../../src/core/text-file.ts';
import { readContent } from '../../src/site/read-content.ts';
import { readCached } from '../../src/site/record-cache.ts';
import { makeContent } from '../bench/content.ts';
import { createRandom } from '../bench/random.ts';
import { tempFolder } from '../support/temp-folder.ts';

const encoder = new TextEncoder();

/** Expects of every record that it is what a reading of its file gives. */
async function expectFresh(files: readonly ContentFile[], cache: string): Promise<void> {
  const read = await readCached(files, cache);
  for (const file of files) {
    const identity = identify(file.path);
    if (!identity) continue;
    const { folder, id } = identity;
    expect(read(file, folder, id), file.path).toStrictEqual(readRecord(file, folder, id));
  }
}

describe('the cache of records', () => {
  test('gives what the files say, through random edits, renames, deletions, mistakes and broken caches', async () => {
    const cache = await tempFolder();
    const random = createRandom(7);
    let files: readonly ContentFile[] = [...makeContent(12)].map(({ path, text }) => ({
      path,
      bytes: encoder.encode(text),
    }));
    for (let round = 0; round < 25; round += 1) {
      await expectFresh(files, cache);
      const target = random.pick(files);
      const text = new TextDecoder().decode(target.bytes);
      const edits: readonly (() => ContentFile[])[] = [
        () => [{ ...target, bytes: encoder.encode(`${text}\nOne sentence more, in round ${round}.\n`) }],
        () => [{ ...target, bytes: encoder.encode(text.replace(/^(title|kind): .*$/m, '$1: changed')) }],
        () => [{ ...target, path: target.path.replace(/\.md$/, '-2.md') }],
        () => [{ ...target, bytes: encoder.encode(text.slice(0, text.length / 2)) }],
        () => [],
      ];
      files = [...files.filter((file) => file !== target), ...random.pick(edits)()];
      if (round % 5 === 4) await truncate(join(cache, 'records'), random.below(20_000));
    }
  }, 120_000);

  test('is the same on threads as on one', async () => {
    const cache = await tempFolder();
    const files = [...makeContent(260)].map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
    await expectFresh(files, cache);
  }, 120_000);

  test('holds the records of the last reading alone', async () => {
    const cache = await tempFolder();
    const files = await readContent('test/fixtures/sound/content');
    await readCached(files, cache);
    const lines = async () => (await readFile(join(cache, 'records'), 'utf8')).split('\n').length - 1;
    const all = await lines();
    await readCached(files.slice(0, 5), cache);
    expect([all, await lines()]).toEqual([
      files.length - 1,
      files.slice(0, 5).filter((file) => identify(file.path)).length,
    ]);
    await writeFile(join(cache, 'records'), 'not a cache');
    await expectFresh(files, cache);
  });
});
