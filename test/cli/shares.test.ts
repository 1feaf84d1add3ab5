import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeContent, writeContent } from '../bench/content.ts';
import { digestFolder } from '../support/digest-folder.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Job {
  readonly content: string;
  readonly out: string;
  run(...args: string[]): Promise<CliResult>;
}

/** Returns a machine of its own: a folder with a copy of the content and nothing from any build. */
async function openJob(content: string): Promise<Job> {
  const folder = await tempFolder();
  await cp(content, join(folder, 'content'), { recursive: true });
  const environment = {
    CHRONICLE_CONTENT: join(folder, 'content'),
    CHRONICLE_OUT: join(folder, 'dist'),
    CHRONICLE_CACHE: join(folder, 'cache'),
  };
  return {
    content: join(folder, 'content'),
    out: join(folder, 'dist'),
    run: (...args) => runCli(['build', ...args], environment),
  };
}

const sound = 'test/fixtures/sound/content';

describe('a build in shares', () => {
  test('gives the same files as one build: pages, data, search index', async () => {
    const content = join(await tempFolder(), 'content');
    await mkdir(content);
    await writeContent(content, makeContent(450));
    const whole = await openJob(content);
    const one = await whole.run();
    expect([one.code, one.code === 0 ? '' : one.stderr]).toEqual([0, '']);
    const last = await openJob(content);
    const pages: number[] = [];
    const parts: number[] = [];
    for (const share of [1, 2, 3]) {
      const job = await openJob(content);
      const { code, stdout, stderr } = await job.run('--share', `${share}/3`);
      expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
      const [, pageCount, partCount] = /^Share \d\/3: (\d+) pages, (\d+) parts of the index in /.exec(stdout) ?? [];
      pages.push(Number(pageCount));
      parts.push(Number(partCount));
      // As a job hands over its files: copies, with times of their own.
      await cp(`${job.out}-share-${share}-of-3`, `${last.out}-share-${share}-of-3`, { recursive: true });
      expect(await readdir(join(job.out, '..'))).not.toContain('dist');
    }
    // Equal, but for one page.
    expect(Math.max(...pages) - Math.min(...pages)).toBeLessThan(2);
    expect(Math.min(...pages)).toBeGreaterThan(500);
    expect(parts.reduce((sum, count) => sum + count)).toBeGreaterThan(1);
    const { code, stderr } = await last.run('--join');
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    const expected = await digestFolder(whole.out);
    const found = await digestFolder(last.out);
    expect([...expected].filter(([path, digest]) => found.get(path) !== digest)).toEqual([]);
    expect([...found.keys()]).toEqual([...expected.keys()]);
  }, 900_000);

  test('is refused where a share is missing, not finished, or of other content, and leaves the last output', async () => {
    const job = await openJob(sound);
    await mkdir(job.out);
    await writeFile(join(job.out, 'index.html'), 'the last output');
    const refuse = async (reason: string) => {
      const { code, stderr } = await job.run('--join');
      expect(code).toBe(1);
      expect(stderr).toContain(reason);
      expect(stderr).toContain('Nothing was written');
      expect(await readdir(job.out)).toEqual(['index.html']);
    };
    await refuse('No share stands beside');
    expect((await job.run('--share', '1/2')).code).toBe(0);
    await refuse('The share 2/2 is missing');
    expect((await job.run('--share', '2/2')).code).toBe(0);
    await rm(`${job.out}-share-2-of-2/share.json`);
    await refuse('was not finished');
    await writeFile(join(job.content, 'actors/late.md'), lateActor);
    expect((await job.run('--share', '2/2')).code).toBe(0);
    await refuse('share-1-of-2 is of other content');
  }, 300_000);

  test('takes only names such as 2/5', async () => {
    const job = await openJob(sound);
    for (const name of ['0/2', '3/2', '2', 'a/b', '1/2/3'])
      expect([name, (await job.run('--share', name)).code]).toEqual([name, 2]);
    expect((await job.run('--share', '1/2', '--join')).code).toBe(2);
  });
});

const lateActor = `---
names: [{text: Late Paper, lang: en}]
kind: media
side: third-party
---
`;
