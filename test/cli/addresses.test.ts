import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const truce = 'entries/2020/10/2020-10-03-truce.md';

/** A copy of the sound fixture with the register of its addresses. */
async function registered() {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  const environment = { CHRONICLE_CONTENT: content, CHRONICLE_OUT: join(content, '../dist') };
  const { stdout, code } = await runCli(['addresses'], environment);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^51 new addresses, 51 in /)]);
  const edit = async (path: string, from: string | RegExp, to: string) => {
    const text = await readFile(join(content, path), 'utf8');
    expect(text).toMatch(from);
    await writeFile(join(content, path), text.replace(from, to));
  };
  return { content, environment, edit };
}

describe('the register of addresses', () => {
  test('is extended once and then whole', async () => {
    const { content, environment } = await registered();
    const first = await readFile(join(content, 'addresses.txt'), 'utf8');
    expect(await runCli(['addresses'], environment)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^0 new/),
    });
    expect(await readFile(join(content, 'addresses.txt'), 'utf8')).toBe(first);
    expect((await runCli(['addresses', '--check'], environment)).code).toBe(0);
    await cp(join(content, truce), join(content, 'entries/2020/10/2020-10-03-second.md'));
    expect(await runCli(['addresses', '--check'], environment)).toMatchObject({
      code: 1,
      stdout: '/2020/10/03/second/\n/id/2020-10-03-second/\n',
    });
  });

  test('an entry renamed without `was` fails check and build, with what to write; that mends it', async () => {
    const { content, environment, edit } = await registered();
    await rename(join(content, truce), join(content, 'entries/2020/10/2020-10-03-truce-deal.md'));
    await edit('entries/2020/10/2020-10-02-shelling.md', '2020-10-03-truce.md', '2020-10-03-truce-deal.md');
    const { code, stderr } = await runCli(['build'], environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /addresses\.txt:\d+:1: error lost-address\n {2}Unexpected loss of the address `\/2020\/10\/03\/truce\/`, expected a page or a redirect there: write `was: \[\/2020\/10\/03\/truce\/\]` into the record that it became, or bring the file back and set `status: withdrawn` with a `reason`\. Did you mean `\/2020\/10\/03\/truce-deal\/`\?\n1 error in 1 file/,
    );
    await edit('entries/2020/10/2020-10-03-truce-deal.md', /^kind: /m, 'was: [/2020/10/03/truce/]\nkind: ');
    expect(await runCli(['check'], environment)).toMatchObject({ code: 0 });
  });

  test('an entry deleted fails check; withdrawn it does not', async () => {
    const { content, environment, edit } = await registered();
    const text = await readFile(join(content, truce), 'utf8');
    await rm(join(content, truce));
    await edit('entries/2020/10/2020-10-02-shelling.md', /\[later entry\]\([^)]*\)/, 'later entry');
    const { code, stdout } = await runCli(['check'], environment);
    expect(code).toBe(1);
    expect(stdout).toContain('error lost-address');
    await writeFile(
      join(content, truce),
      text.replace(/^kind: /m, 'status: withdrawn\nreason: It was told twice.\nkind: '),
    );
    expect((await runCli(['check'], environment)).stdout).not.toContain('lost-address');
  });

  test('problems of the content are shown and nothing is written', async () => {
    const content = join(await tempFolder(), 'content');
    await cp('test/fixtures/references/content', content, { recursive: true });
    const { code, stderr } = await runCli(['addresses'], { CHRONICLE_CONTENT: content });
    expect([code, stderr]).toEqual([1, expect.stringContaining('error unknown-place')]);
    await expect(readFile(join(content, 'addresses.txt'))).rejects.toThrow('ENOENT');
  });
});
