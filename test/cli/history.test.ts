import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { historyView } from '../../src/core/views/history.ts';
import { changesDayView, changesView } from '../../src/core/views/changes.ts';
import { entryCite } from '../../src/core/views/cite.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { readWithHistory } from '../../src/site/chronicle.ts';
import { commitAll, git } from '../support/git-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const entryFile = 'entries/2020/10/2020-10-02-shelling.md';

async function soundRepository(): Promise<{ folder: string; content: string; edit: Edit }> {
  const folder = await tempFolder();
  const content = join(folder, 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  await git(folder, ['init', '--quiet']);
  await commitAll(folder, '2026-01-01');
  const edit: Edit = async (path, from, to) => {
    const text = await readFile(join(content, path), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(content, path), text.replace(from, to));
  };
  return { folder, content, edit };
}

type Edit = (path: string, from: string, to: string) => Promise<void>;

const read = (content: string, history = true) =>
  readWithHistory({ content, out: '', cache: '', site: undefined, base: '/', history }, false);

describe('the history of records', () => {
  test('tells in plain words what changed, when, and in which commit', async () => {
    const { folder, content, edit } = await soundRepository();
    await edit(entryFile, 'says: No shell was fired.', 'says: No shell was fired that day.');
    await edit(entryFile, 'count: 3,', 'count: 4,');
    const commit = await commitAll(folder, '2026-02-03');
    const context = await read(content);
    const view = historyView(context, 'entries/2020-10-02-shelling');
    expect(view).toEqual({
      changed: { day: '3 February 2026', machine: '2026-02-03' },
      remark: '',
      revisions: [
        {
          day: '3 February 2026',
          machine: '2026-02-03',
          href: `https://forge.example/fixture/commit/${commit}`,
          commit: commit.slice(0, 10),
          sentences: [
            'Claim by Ministry of North, “No shell was fired that day.”: reworded from “No shell was fired.” to “No shell was fired that day.”',
            'Figure by Ministry of South, civilians killed: 3 became 4.',
          ],
        },
        expect.objectContaining({ day: '1 January 2026', sentences: ['Added.'] }),
      ],
    });
    const cite = entryCite(context, requireRecord(context.chronicle.entries, '2020-10-02-shelling'));
    const blob = await git(folder, ['hash-object', join(content, entryFile)]);
    expect(cite.version).toBe(`Version ${blob.slice(0, 10)} of 3 February 2026.`);
    const day = changesDayView(context, '2026-02-03', 1);
    expect([day.counts, day.changes.map((change) => change.record.text)]).toEqual([
      '1 record changed',
      ['Sides accuse each other of shelling Bridge Town'],
    ]);
  });

  test('an edit that is not committed has a version and no day', async () => {
    const { content, edit } = await soundRepository();
    const before = await read(content);
    await edit(entryFile, 'time: "morning"', 'time: "noon"');
    const after = await read(content);
    expect(historyView(after, 'entries/2020-10-02-shelling')?.changed).toBeUndefined();
    const version = ({ chronicle, ...rest }: typeof after) =>
      entryCite({ chronicle, ...rest }, requireRecord(chronicle.entries, '2020-10-02-shelling')).version;
    expect(version(after)).toMatch(/^Version [0-9a-f]{10}; its day is not known\.$/);
    expect(version(after)).not.toContain(version(before).slice(8, 18));
  });

  test('a file that moves keeps its past, a removed one is told, and so is what an entry was before', async () => {
    const { folder, content, edit } = await soundRepository();
    await mkdir(join(content, 'entries/2020/more'));
    await rename(
      join(content, 'entries/1994/1994-earlier-war.md'),
      join(content, 'entries/2020/more/1994-earlier-war.md'),
    );
    await commitAll(folder, '2026-02-01');
    await rename(
      join(content, 'entries/2020/more/1994-earlier-war.md'),
      join(content, 'entries/1994/1994-earlier-war.md'),
    );
    await rename(
      join(content, 'entries/2020/10/2020-10-03-truce.md'),
      join(content, 'entries/2020/10/2020-10-03-peace.md'),
    );
    await edit('entries/2020/10/2020-10-03-peace.md', 'kind: ', 'was: [/2020/10/03/truce/]\nkind: ');
    await edit(entryFile, '2020-10-03-truce.md', '2020-10-03-peace.md');
    await commitAll(folder, '2026-03-01');
    const context = await read(content);
    const days = (key: string, former: readonly string[] = []) =>
      historyView(context, key, former)?.revisions.map((item) => [item.machine, item.sentences[0]]);
    expect(days('entries/1994-earlier-war')).toEqual([
      ['2026-03-01', 'Form edited; what it says is the same.'],
      ['2026-02-01', 'Form edited; what it says is the same.'],
      ['2026-01-01', 'Added.'],
    ]);
    expect(days('entries/2020-10-03-peace', ['2020-10-03-truce'])).toEqual([
      ['2026-03-01', 'Added.'],
      ['2026-01-01', 'Added.'],
    ]);
    const removed = changesDayView(context, '2026-03-01', 1).changes.filter((item) => item.sentences[0] === 'Removed.');
    expect(removed.map((item) => item.record)).toEqual([{ href: undefined, text: '2020-10-03-truce' }]);
  });

  test('what was merged counts from its merge on', async () => {
    const { folder, content, edit } = await soundRepository();
    await git(folder, ['checkout', '--quiet', '-b', 'proposal']);
    await edit(entryFile, 'time: "morning"', 'time: "noon"');
    await commitAll(folder, '2026-02-01');
    await git(folder, ['checkout', '--quiet', 'main']);
    await git(folder, ['merge', '--quiet', '--no-ff', '--message', 'Merge', 'proposal'], '2026-04-05');
    const view = historyView(await read(content), 'entries/2020-10-02-shelling');
    expect(view?.revisions.map((item) => [item.machine, item.sentences])).toEqual([
      ['2026-04-05', ['Time changed from “morning” to “noon”.']],
      ['2026-01-01', ['Added.']],
    ]);
  });

  test('a shallow copy says where it begins, and takes nothing for new there', async () => {
    const { folder, content, edit } = await soundRepository();
    await edit(entryFile, 'time: "morning"', 'time: "noon"');
    await commitAll(folder, '2026-02-01');
    await edit(entryFile, 'time: "noon"', 'time: "evening"');
    await commitAll(folder, '2026-03-01');
    const copy = await tempFolder();
    await git(copy, ['clone', '--quiet', '--depth', '2', `file://${folder}`, 'copy']);
    const context = await read(join(copy, 'copy/content'));
    const view = historyView(context, 'entries/2020-10-02-shelling');
    expect(view?.revisions.map((item) => item.machine)).toEqual(['2026-03-01']);
    expect(view?.remark).toBe(
      'Changes up to 1 February 2026 are not listed: this page was built from a copy of the repository that begins there.',
    );
    expect(historyView(context, 'sources/wire')?.changed).toBeUndefined();
    expect(content).not.toBe(copy);
  });

  test('without a repository the pages say so, and versions are known all the same', async () => {
    const { folder, content } = await soundRepository();
    const whole = await read(content);
    expect((await read(content, false)).history?.reach).toEqual({ kind: 'missing', reason: 'it is switched off' });
    await rm(join(folder, '.git'), { recursive: true });
    const context = await read(content);
    expect(context.history?.reach.kind).toBe('missing');
    expect(changesView(context, 1).remark).toBe('The history was not at hand when this page was built.');
    expect(context.history?.records.get('sources/wire')?.version).toBe(
      whole.history?.records.get('sources/wire')?.version,
    );
  });
});
