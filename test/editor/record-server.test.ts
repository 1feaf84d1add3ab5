import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/site/read-content.ts';
import { openEditor } from '../support/editor.ts';
import { tempFolder } from '../support/temp-folder.ts';

const sound = 'test/fixtures/sound/content';
const path = 'entries/2020/10/2020-10-02-shelling.md';
const text = await readFile(join(sound, path), 'utf8');
const newPath = 'entries/2020/10/2020-10-05-new.md';

/** Returns an entry with one line of one's own and where that line is. */
const entryWith = (line: string) => `---\ntitle: A\ndate: 2020-10-05\n${line}\n---\n\nkind: this is the body\n`;
const labels = (items: readonly { readonly label: string }[]) => items.map(({ label }) => label);

test('a record is not formatted, folded or renamed as YAML', async () => {
  const { capabilities } = await openEditor(sound);
  expect(Object.keys(capabilities).sort()).toEqual(['completionProvider', 'hoverProvider', 'textDocumentSync']);
});

test('keys, kinds, sides and ids are completed', async () => {
  const editor = await openEditor(sound);
  await editor.open(newPath, entryWith('kind: '));
  expect(labels(await editor.complete(newPath, 4, 7))).toEqual(expect.arrayContaining(['fighting', 'strike']));
  await editor.change(newPath, entryWith('su'));
  expect(labels(await editor.complete(newPath, 4, 3))).toEqual(expect.arrayContaining(['summary', 'sources']));
  await editor.change(newPath, entryWith('claims:\n  - by: nor'));
  const actors = await editor.complete(newPath, 5, 12);
  expect(labels(actors)).toEqual(['north-ministry', 'north-state', 'observer', 'south-ministry']);
  expect(actors.map(({ documentation }) => documentation)).toContain('Ministry of North');
  await editor.change(newPath, entryWith('sources: [wire, pa]'));
  expect(labels(await editor.complete(newPath, 4, 19))).toEqual(['gazetteer', 'paper', 'wire']);
  await editor.change(newPath, entryWith('figures:\n  - side: n'));
  expect(labels(await editor.complete(newPath, 5, 12))).toEqual(expect.arrayContaining(['third-party', 'all']));
});

test('nothing is said of the body, and no word of prose is completed', async () => {
  const editor = await openEditor(sound);
  await editor.open(newPath, entryWith('summary: One of '));
  expect(await editor.complete(newPath, 4, 17)).toEqual([]);
  expect(await editor.complete(newPath, 7, 7)).toEqual([]);
  expect(await editor.hover(newPath, 7, 2)).toBeUndefined();
});

test('a field says what it means, and an id whom it names', async () => {
  const editor = await openEditor(sound);
  await editor.open(newPath, entryWith('actors: [observer]'));
  expect(await editor.hover(newPath, 2, 2)).toBe('A neutral headline.');
  expect(await editor.hover(newPath, 4, 12)).toContain('The id of a record in content/actors.');
});

test('an unknown key, kind, id or side is marked where it stands', async () => {
  const editor = await openEditor(sound);
  expect(await editor.open(path, text)).toEqual([]);
  const marked = async (old: string, replacement: string) => {
    const wrong = text.replace(old, () => replacement);
    expect(wrong).not.toBe(text);
    const problems = await editor.change(path, wrong);
    return problems.map(({ line, column, endColumn, message }) => {
      const word = wrong.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `${line}:${column} ${word}: ${message.replace(/(Valid values: )(.{20}).*/, '$1$2')}`;
    });
  };
  expect([
    await marked('summary:', 'colour: red\nsummary:'),
    await marked('kind: strike', 'kind: striking'),
    await marked('by: north-ministry', 'by: north-minstry'),
    await marked('by: north-ministry', 'by: [observer, north-minstry]'),
    await marked('sources: [', 'sources: [nowhere, '),
    await marked('side: ', 'side: x-'),
    await marked('date: ', 'date: about '),
  ]).toMatchSnapshot();
});

test('a record that has just been written is known', async () => {
  const content = join(await tempFolder(), 'content');
  await cp(sound, content, { recursive: true });
  const editor = await openEditor(content);
  const wrong = text.replace('by: north-ministry', 'by: newcomer');
  expect(await editor.open(path, wrong)).toHaveLength(1);
  const actor = (await readFile(join(content, 'actors/observer.md'), 'utf8')).replace(/also:.*\n/, '');
  await writeFile(join(content, 'actors/newcomer.md'), actor);
  await expect.poll(() => editor.change(path, wrong), { timeout: 30_000 }).toEqual([]);
});

test('no record of the chronicle is found fault with', async () => {
  const editor = await openEditor('content');
  const records = (await readContent('content')).filter((file) => file.path.endsWith('.md'));
  const faults = await Promise.all(
    records.map(async (file) => {
      const problems = await editor.open(file.path, new TextDecoder().decode(file.bytes));
      return problems.map(({ line, message }) => `${file.path}:${line} ${message}`);
    }),
  );
  expect(records.length).toBeGreaterThan(1000);
  expect(faults.flat()).toEqual([]);
});
