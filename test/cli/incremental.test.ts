import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/site/settings.ts';
import { makeContent, writeContent } from '../bench/content.ts';
import { createRandom } from '../bench/random.ts';
import { Author } from '../soak/author.ts';
import { digestFolder } from '../support/digest-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const rounds = 5;
const editsPerRound = 3;

describe('a build after the last one', () => {
  test(`gives what a build from nothing gives, ${rounds} times after ${editsPerRound} edits or more at random`, async () => {
    const site = await openSite();
    await cp('test/fixtures/sound/content', site.content, { recursive: true });
    const settings = readSettings({ CHRONICLE_CONTENT: site.content });
    const author = await Author.of(settings, createRandom(20200927));
    await site.build();
    const folderNumbers = [await numberOf(site.actors)];
    let number = 0;
    let kept = 0;
    for (let round = 0; round < rounds; round += 1) {
      const done: string[] = [];
      for (let isSound = false; done.length < editsPerRound || !isSound;) {
        number += 1;
        const { what, truth } = await author.act(number);
        isSound = truth.context !== undefined;
        done.push(what);
      }
      const before = await listNumbers(site.out);
      const served = await digestFolder(site.out);
      await site.build();
      kept += countShared(before, await listNumbers(site.out));
      folderNumbers.push(await numberOf(site.actors));
      expect([done, await differences(site)]).toEqual([done, []]);
      expect(await listEmptyFolders(site.out)).toEqual([]);
      // What was served until now has files in common with what is served now: nothing was written into them.
      expect(await digestFolder(site.replaced)).toEqual(served);
    }
    expect(kept).toBeGreaterThan(50 * rounds);
    // Each output has the folders of the one before the last.
    expect(folderNumbers.slice(2)).toEqual(folderNumbers.slice(0, -2));
  }, 900_000);

  test('takes over what an edit does not touch, and makes the rest on all cores', async () => {
    const site = await openSite();
    await writeContent(site.content, makeContent(260));
    await site.build();
    const before = await listNumbers(site.out);
    const [entry = ''] = (await readdir(join(site.content, 'entries'), { recursive: true })).filter((name) =>
      name.endsWith('.md'),
    );
    const path = join(site.content, 'entries', entry);
    await writeFile(path, `${await readFile(path, 'utf8')}\nOne sentence more.\n`);
    await site.build();
    const after = await listNumbers(site.out);
    const pages = [...after.keys()].filter((name) => name.endsWith('index.html'));
    const remade = pages.filter((name) => before.get(name) !== after.get(name));
    expect(pages.length).toBeGreaterThan(1000);
    expect(remade.length).toBeLessThan(pages.length / 2);
    const others = ['atom.xml', 'actors/actor-1/feed.json', 'data/claims.csv', 'data/sources.bib', 'data/entries.csv'];
    const isKept = (name: string) => before.get(join(site.out, name)) === after.get(join(site.out, name));
    expect(others.filter(isKept)).toEqual(others.slice(0, -1));
    expect(await differences(site)).toEqual([]);
  }, 600_000);
});

interface Site {
  readonly folder: string;
  readonly content: string;
  readonly out: string;
  /** A folder of the output. */
  readonly actors: string;
  /** Where the output is that the last build replaced. */
  readonly replaced: string;
  build(name?: string): Promise<void>;
}

async function openSite(): Promise<Site> {
  const folder = await tempFolder();
  const content = join(folder, 'content');
  await mkdir(content);
  return {
    folder,
    content,
    out: join(folder, 'dist'),
    actors: join(folder, 'dist', 'actors'),
    replaced: join(folder, 'dist-cache', 'spare-output'),
    build: async (name = 'dist') => {
      const { code, stderr } = await runCli(['build'], {
        CHRONICLE_CONTENT: content,
        CHRONICLE_OUT: join(folder, name),
        CHRONICLE_CACHE: join(folder, `${name}-cache`),
      });
      expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    },
  };
}

/** Returns the files in which the output differs from that of a build from nothing. */
async function differences(site: Site): Promise<string[]> {
  const name = `clean-${Math.round(performance.now())}`;
  await site.build(name);
  const clean = await digestFolder(join(site.folder, name));
  const found = await digestFolder(site.out);
  return [...new Set([...clean.keys(), ...found.keys()])].filter((path) => clean.get(path) !== found.get(path));
}

/** Returns the number that the disk has for each file; a file that was taken over keeps its own. */
async function listNumbers(folder: string): Promise<Map<string, number>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return new Map(await Promise.all(files.map(async (path) => [path, (await stat(path)).ino] as const)));
}

async function numberOf(path: string): Promise<number> {
  return (await stat(path)).ino;
}

async function listEmptyFolders(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = items.filter((item) => item.isDirectory()).map((item) => join(item.parentPath, item.name));
  const full = new Set(items.map((item) => item.parentPath));
  return folders.filter((path) => !full.has(path));
}

function countShared(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  return [...after].filter(([path, number]) => before.get(path) === number).length;
}
