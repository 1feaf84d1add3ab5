import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const faulty = { CHRONICLE_CONTENT: 'test/fixtures/references/content' };

describe('check', () => {
  test('sound content: exit code 0', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/sound/content', content, { recursive: true });
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
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('18 errors, 1 warning in 4 files');
  });

  test('file names narrow the report', async () => {
    const { code, stdout } = await runCli(['check', 'test/fixtures/references/content/places/loop-a.md'], faulty);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 error in 1 file');
  });

  test('github and json formats', async () => {
    const github = await runCli(['check', '--format', 'github'], faulty);
    expect(github.stdout).toContain(
      '::error file=test/fixtures/references/content/places/loop-b.md,line=4,col=18,title=self-reference::',
    );
    const json = await runCli(['check', '--format=json'], faulty);
    expect(JSON.parse(json.stdout)).toHaveLength(19);
  });

  test.each([
    [['check', '--format', 'xml'], 'Unexpected format `xml`, expected one of `text`, `github`, `json`'],
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
