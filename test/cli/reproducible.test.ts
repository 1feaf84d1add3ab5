import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type MadeFile, makeContent } from '../bench/content.ts';
import { createRandom } from '../bench/random.ts';
import { digestFolder } from '../support/digest-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('the same content in two folders, its files made in another order and at another time, gives the same bytes', async () => {
  const files = [...makeContent(40)];
  const first = await build(files, 'content', new Date('2021-03-01T00:00:00Z'));
  const second = await build(shuffle(files), 'elsewhere/the-same', new Date('2031-12-31T12:00:00Z'));
  expect([...first].filter(([path, digest]) => second.get(path) !== digest)).toEqual([]);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect(first.size).toBeGreaterThan(200);
  expect([...first.keys()].filter((path) => path.startsWith('pagefind/')).length).toBeGreaterThan(100);
}, 600_000);

async function build(files: readonly MadeFile[], name: string, time: Date): Promise<Map<string, string>> {
  const folder = await tempFolder();
  const content = join(folder, name);
  for (const { path, text } of files) {
    const target = join(content, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    await utimes(target, time, time);
  }
  const out = join(folder, 'dist');
  const environment = { CHRONICLE_CONTENT: content, CHRONICLE_OUT: out, TZ: `Etc/GMT${time.getUTCFullYear() % 10}` };
  const { code, stderr } = await runCli(['build'], environment);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return digestFolder(out);
}

function shuffle<T>(values: readonly T[]): T[] {
  const random = createRandom(values.length);
  return values
    .map((value) => ({ value, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
