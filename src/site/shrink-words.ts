import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pack, readPacked } from './packed-file.ts';

/** A file of the index: the words that it holds from one to another, and its name. */
export type Chunk = [from: string, to: string, name: string];

type Word = [word: string, ...unknown[]];
type ChunkFile = [words: Word[], ...unknown[]];

/** About the bytes that a word sought costs; the list of files, which is sent with every first search, grows as they shrink. */
const target = 8000;
/** A larger index has so many files already that more of them would cost more than they save. */
const largestIndex = 6_000_000;

/**
 * Splits the files of a small index into smaller ones, so that a search is sent less of what it did not ask for, and numbers
 * them in a folder named by all of them, for their names are sent too.
 */
export async function shrinkWords(folder: string, chunks: readonly Chunk[]): Promise<Chunk[]> {
  const split = await splitWords(folder, chunks);
  const all = pack(split).hash.slice(0, 6);
  await mkdir(join(folder, all), { recursive: true });
  const numbered: Chunk[] = [];
  for (const [index, [from, to, name]] of split.entries()) {
    const file = `${all}/${index.toString(36)}`;
    await rename(join(folder, `${name}.pf_index`), join(folder, `${file}.pf_index`));
    numbered.push([from, to, file]);
  }
  return numbered;
}

async function splitWords(folder: string, chunks: readonly Chunk[]): Promise<Chunk[]> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > largestIndex) return [...chunks];
  const split: Chunk[] = [];
  for (const chunk of chunks) split.push(...(await splitFile(folder, chunk)));
  return split;
}

async function splitFile(folder: string, chunk: Chunk): Promise<Chunk[]> {
  const [from, to, name] = chunk;
  const path = (file: string) => join(folder, `${file}.pf_index`);
  const count = Math.round((await stat(path(name))).size / target);
  const [words, ...rest] = await readPacked<ChunkFile>(path(name));
  const groups = groupWords(words, count);
  if (groups.length < 2) return [chunk];
  await rm(path(name));
  const parts: Chunk[] = [];
  for (const [index, group] of groups.entries()) {
    const { bytes, hash } = pack([group, ...rest]);
    const file = `${name.split('_')[0]}_${hash.slice(0, 7)}`;
    await writeFile(path(file), bytes);
    const isFirst = index === 0;
    const isLast = index === groups.length - 1;
    parts.push([isFirst ? from : beginning(group, groups[index - 1]), isLast ? to : lastOf(group), file]);
  }
  return parts;
}

// By the length of what is said of each word, for some are in every document.
function groupWords(words: readonly Word[], count: number): Word[][] {
  const lengths = words.map((word) => JSON.stringify(word).length);
  const share = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count);
  const groups: Word[][] = [[]];
  let length = 0;
  for (const [index, word] of words.entries()) {
    if (length >= share && groups.length < count) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(word);
    length += lengths[index] ?? 0;
  }
  return groups;
}

function lastOf(group: readonly Word[]): string {
  return group.at(-1)?.[0] ?? '';
}

// The shortest beginning of the first word that comes after all words before it.
function beginning(group: readonly Word[], before: readonly Word[] | undefined): string {
  const first = group[0]?.[0] ?? '';
  const last = lastOf(before ?? []);
  let length = 1;
  while (length < first.length && first.slice(0, length) <= last) length += 1;
  return first.slice(0, length);
}
