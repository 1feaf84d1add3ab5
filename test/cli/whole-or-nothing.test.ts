import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { digestFolder } from '../support/digest-folder.ts';
import { userEnvironment } from '../support/environment.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const kills = 20;

interface Site {
  readonly folder: string;
  readonly content: string;
  readonly out: string;
  readonly environment: Record<string, string>;
}

async function makeSite(): Promise<Site> {
  const folder = await tempFolder();
  const content = join(folder, 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  const out = join(folder, 'dist');
  return { folder, content, out, environment: { CHRONICLE_CONTENT: content, CHRONICLE_OUT: out } };
}

/** Starts a build in a group of its own, as a terminal does, and kills the whole group after some milliseconds. */
async function killBuild(site: Site, after: number): Promise<void> {
  const child = spawn(process.execPath, ['src/cli/index.ts', 'build'], {
    env: userEnvironment(site.environment),
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await wait(after);
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

describe('a build takes the place of the last one whole or not at all', () => {
  test(`killed at ${kills} moments, it leaves the last output, and the next build is right`, async () => {
    const site = await makeSite();
    const started = performance.now();
    expect((await runCli(['build'], site.environment)).code).toBe(0);
    const duration = performance.now() - started;
    const before = await digestFolder(site.out);
    const entry = join(site.content, 'entries/2020/10/2020-10-03-truce.md');
    await writeFile(entry, `${await readFile(entry, 'utf8')}\nOne sentence more.\n`);
    const { out: fresh } = await makeSite();
    expect((await runCli(['build'], { ...site.environment, CHRONICLE_OUT: fresh })).code).toBe(0);
    const after = await digestFolder(fresh);
    expect(after).not.toEqual(before);

    const random = createRandom(20201110);
    let whole = before;
    for (let kill = 0; kill < kills; kill += 1) {
      await killBuild(site, random.next() * duration * 1.05);
      const found = await digestFolder(site.out);
      expect([before, after]).toContainEqual(found);
      // What was published stays published.
      if (whole === after) expect(found).toEqual(after);
      if (found.get('index.html') !== before.get('index.html')) whole = after;
    }
    expect((await runCli(['build'], site.environment)).code).toBe(0);
    expect(await digestFolder(site.out)).toEqual(after);
    expect(await readdir(site.folder)).toEqual(['content', 'dist']);
  }, 1_800_000);

  test('what killed builds left is removed, what a killed one had moved away is put back, a running one is left alone', async () => {
    const site = await makeSite();
    const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => ended.on('close', resolve));
    await mkdir(`${site.out}.partial-${ended.pid}`);
    await mkdir(`${site.out}.old-${ended.pid}-0`);
    await writeFile(join(`${site.out}.old-${ended.pid}-0`, 'index.html'), 'the last output');
    await mkdir(`${site.out}.partial-${process.pid}`);
    await writeFile(join(site.content, 'entries/2020/10/2020-10-03-truce.md'), 'no frontmatter');
    expect((await runCli(['build'], site.environment)).code).toBe(1);
    expect(await readFile(join(site.out, 'index.html'), 'utf8')).toBe('the last output');
    expect(await readdir(site.folder)).toEqual(['content', 'dist', `dist.partial-${process.pid}`]);
  });

  test('two builds at once do not mix', async () => {
    const site = await makeSite();
    const other = await makeSite();
    const text = await readFile(join(other.content, 'chronicle.yml'), 'utf8');
    await writeFile(join(other.content, 'chronicle.yml'), text.replace(/^title: .*$/m, 'title: Another Chronicle'));
    const alone = await Promise.all([site, other].map(({ content }) => buildAlone(content)));
    const both = await Promise.all(
      [site, other].map(({ content }) => runCli(['build'], { ...site.environment, CHRONICLE_CONTENT: content })),
    );
    expect(both.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(alone).toContainEqual(await digestFolder(site.out));
    expect(await readdir(site.folder)).toEqual(['content', 'dist']);
  }, 600_000);

  test('a full disk or a folder that cannot be written is told in a line, and the last output stays', async () => {
    const site = await makeSite();
    await mkdir(site.out);
    await writeFile(join(site.out, 'index.html'), 'the last output');
    // The shell lets no file grow beyond its limit, so that writing fails in the middle, as on a full disk.
    const full = await runLimited(site.environment);
    expect(full.code).toBe(1);
    expect(full.stderr).toContain('Nothing was written');
    expect(await readFile(join(site.out, 'index.html'), 'utf8')).toBe('the last output');
    expect(await readdir(site.folder)).toEqual(['content', 'dist']);

    const refused = await runCli(['build'], {
      ...site.environment,
      CHRONICLE_OUT: join(site.content, 'chronicle.yml/dist'),
    });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/ENOTDIR: not a directory.*\nNothing was written/);
  }, 600_000);
});

async function buildAlone(content: string): Promise<Map<string, string>> {
  const out = join(await tempFolder(), 'dist');
  const { code, stderr } = await runCli(['build'], { CHRONICLE_CONTENT: content, CHRONICLE_OUT: out });
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return digestFolder(out);
}

function runLimited(environment: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const script = 'ulimit -f 16; exec "$0" src/cli/index.ts build';
    const child = spawn('sh', ['-c', script, process.execPath], { env: userEnvironment(environment) });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
