import { spawn } from 'node:child_process';
import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { userEnvironment } from '../support/environment.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const faulty = { CHRONICLE_CONTENT: 'test/fixtures/references/content' };

interface Location {
  readonly artifactLocation: { readonly uri: string };
  readonly region: { readonly startLine: number; readonly startColumn: number };
}

describe('check', () => {
  test('sound content: exit code 0', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/examples/content', content, { recursive: true });
    expect(await runCli(['check'], { CHRONICLE_CONTENT: content })).toEqual({
      code: 0,
      stdout: 'No problems found.\n',
      stderr: '',
    });
  });

  test('problems: exit code 1, each with file, line, column, rule and nearest match', async () => {
    const { code, stdout } = await runCli(['check'], faulty);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'test/fixtures/references/content/entries/2020/10/2020-10-01-references.md:6:10: error unknown-place\n  Unexpected place `brigde-town`, expected an id from content/places. Did you mean `bridge-town`?\n',
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('19 errors, 9 warnings in 7 files');
  });

  test('file names narrow the report to those and what they touch', async () => {
    const shown = async (path: string) => {
      const { stdout } = await runCli(['check', `test/fixtures/references/content/${path}`], faulty);
      return [...new Set(stdout.match(/^\S+\.md(?=:)/gm))].map((name) => name.replace(/.*content\//, ''));
    };
    // The one refers to the other.
    expect(await shown('places/loop-a.md')).toEqual(['places/loop-a.md', 'places/loop-b.md']);
    // Nothing is wrong with the ministry itself; the entry that names it has errors.
    expect(await shown('actors/north-ministry.md')).toEqual(['entries/2020/10/2020-10-01-references.md']);
    expect(await shown('pages')).toEqual([]);
  });

  test('a message that concerns a file named is shown with the file that it stands in', async () => {
    const environment = { CHRONICLE_CONTENT: 'test/fixtures/review/content' };
    const { code, stdout } = await runCli(['check', 'test/fixtures/review/content/sources/bulletin.md'], environment);
    expect(code).toBe(0);
    expect(stdout).toContain('sources/letter.md:7:6: warning duplicate-url');
  });

  test('ten mistakes in one file: ten rules in one run, each at its place, in every format', async () => {
    const environment = { CHRONICLE_CONTENT: 'test/fixtures/ten-mistakes/content' };
    const file = 'test/fixtures/ten-mistakes/content/entries/2020/10/2020-10-02-ten-mistakes.md';
    const places = [
      ['too-long', 2, 8],
      ['bad-date', 3, 7],
      ['wrong-value', 4, 7],
      ['unknown-place', 6, 10],
      ['unknown-source', 7, 11],
      ['missing-field', 9, 5],
      ['unknown-actor', 10, 9],
      ['unknown-key', 11, 5],
      ['bad-count', 14, 43],
      ['raw-html', 17, 20],
      ['raw-html', 17, 29],
      ['malformed-citation', 17, 34],
      ['dead-link', 19, 13],
    ];
    const run = async (format: string) => {
      const { code, stdout } = await runCli(['check', '--format', format, file], environment);
      expect(code).toBe(1);
      return stdout;
    };
    expect(
      [...(await run('text')).matchAll(/^(\S+):(\d+):(\d+): error (\S+)$/gm)].map((match) => {
        expect(match[1]).toBe(file);
        return [match[4], Number(match[2]), Number(match[3])];
      }),
    ).toEqual(places);
    expect(
      [...(await run('github')).matchAll(/^::error file=(\S+),line=(\d+),col=(\d+),title=([a-z-]+)::/gm)].map(
        (match) => {
          expect(match[1]).toBe(file);
          return [match[4], Number(match[2]), Number(match[3])];
        },
      ),
    ).toEqual(places);
    const rows = JSON.parse(await run('json')) as { path: string; rule: string; line: number; column: number }[];
    expect(rows.map((row) => [row.rule, row.line, row.column])).toEqual(places);
    const log = JSON.parse(await run('sarif'));
    expect(
      log.runs[0].results.map((result: { ruleId: string; locations: { physicalLocation: Location }[] }) => {
        const { artifactLocation, region } = result.locations[0]?.physicalLocation ?? ({} as Location);
        expect(artifactLocation.uri).toBe(file);
        return [result.ruleId, region.startLine, region.startColumn];
      }),
    ).toEqual(places);
    expect(log.runs[0].tool.driver.rules[0].helpUri).toMatch(/^https:\/\/fixture\.example\/contribute\/rules\/#/);
  });

  test('--fix writes what is safe, says so, and checks what it wrote', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/examples/content', content, { recursive: true });
    const file = join(content, 'entries/2020/10/2020-10-03-truce.md');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replace('title: Truce agreed\n', '')
        .replace('kind: ceasefire', 'kind: "ceasefire"   # as both call it\ntitle: Truce agreed')
        .replace('2020-10-03/2020-10-04', '2020-10-3/2020-10-4'),
    );
    const environment = { CHRONICLE_CONTENT: content };
    expect((await runCli(['check'], environment)).stdout).toContain('error bad-date');
    const { code, stdout, stderr } = await runCli(['check', '--fix'], environment);
    expect([code, stdout]).toEqual([0, 'No problems found.\n']);
    expect(stderr).toMatch(/^Tidied \S+2020-10-03-truce\.md\n$/);
    expect(await readFile(file, 'utf8')).toBe(text.replace('kind: ceasefire', 'kind: ceasefire   # as both call it'));
  });

  test('--fix of a file named leaves the others alone', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/examples/content', content, { recursive: true });
    const [first, second] = ['sources/wire.md', 'sources/letter.md'].map((path) => join(content, path)) as [
      string,
      string,
    ];
    for (const path of [first, second]) await appendFile(path, 'Text. \n');
    await runCli(['check', '--fix', first], { CHRONICLE_CONTENT: content });
    expect(await readFile(first, 'utf8')).toMatch(/Text\.\n$/);
    expect(await readFile(second, 'utf8')).toMatch(/Text\. \n$/);
  });

  test('--explain shows a rule with its examples', async () => {
    const { code, stdout } = await runCli(['check', '--explain', 'unlinked-denial']);
    expect(code).toBe(0);
    expect(stdout).toContain('Wrong:\n  by: north-ministry\n      says: No shell was fired.\n');
    expect((await runCli(['check', '--explain', 'no-such-rule'])).code).toBe(2);
  });

  test('--watch checks again after a change', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/examples/content', content, { recursive: true });
    const child = spawn(process.execPath, ['src/cli/index.ts', 'check', '--watch'], {
      env: userEnvironment({ CHRONICLE_CONTENT: content }),
    });
    let stdout = '';
    const shows = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => stdout.includes(text) && resolve();
        look();
        child.stdout.on('data', look);
      });
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    try {
      await shows('No problems found.\nWaiting for changes');
      await writeFile(join(content, 'pages/about.md'), 'no frontmatter');
      await shows('pages/about.md:1:1: error missing-frontmatter');
    } finally {
      child.kill('SIGTERM');
    }
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(1);
  });

  test('a thousand entries with their sources are checked in a few seconds', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/examples/content', content, { recursive: true });
    const folder = join(content, 'entries/2020/10');
    const text = await readFile(join(folder, '2020-10-04-losses-again.md'), 'utf8');
    const bulletin = await readFile(join(content, 'sources/bulletin.md'), 'utf8');
    for (let index = 0; index < 1000; index += 1) {
      await writeFile(join(content, `sources/report-${index}.md`), bulletin.replace('/losses', `/report-${index}`));
      const body = Array.from(
        { length: 12 },
        (_, line) => `Sentence ${line} of the town tells what somebody said of it, and when.[@report-${index}]`,
      );
      await writeFile(
        join(folder, `2020-10-04-copy-${index}.md`),
        text
          .replaceAll('bulletin', `report-${index}`)
          .replace('places: [river-town]', 'places: [valley]')
          .replace(/\n---\n[\s\S]*$/, `\n---\n\n${body.join('\n\n')}\n`),
      );
    }
    expect(await readdir(folder)).toHaveLength(1007);
    const script = 'process.on("exit", () => process.stderr.write(String(process.cpuUsage().user / 1e6)))';
    const measure = `data:text/javascript,${encodeURIComponent(script)}`;
    const { code, stdout, stderr } = await runCli(['check'], {
      CHRONICLE_CONTENT: content,
      NODE_OPTIONS: `--import=${measure}`,
    });
    expect([code, stdout]).toEqual([0, 'No problems found.\n']);
    // Seconds of the processor, twice what an idle machine needs: a busy machine fails nothing, a slow check does.
    expect(Number(stderr)).toBeGreaterThan(0);
    expect(Number(stderr)).toBeLessThan(10);
  });

  test('github and json formats', async () => {
    const github = await runCli(['check', '--format', 'github'], faulty);
    expect(github.stdout).toContain(
      '::error file=test/fixtures/references/content/places/loop-b.md,line=4,col=18,title=self-reference::',
    );
    const json = await runCli(['check', '--format=json'], faulty);
    expect(JSON.parse(json.stdout)).toHaveLength(28);
  });

  test.each([
    [['check', '--format', 'xml'], 'Unexpected format `xml`, expected one of `text`, `github`, `json`, `sarif`'],
    [['check', '--frmat', 'json'], "Unknown option '--frmat'"],
    [['check', 'content/nowhere.md'], 'No content file'],
    [['chekc'], 'Unexpected command `chekc`'],
  ])('a wrong call %j: exit code 2 and what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
