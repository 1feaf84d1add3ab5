import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packEncoded, readUnpacked } from './packed-file.ts';
import { mergeWord, readWords, type Word, type WordPlacing } from './word-bytes.ts';

/** A file of words: a beginning of its first and of its last one, long enough to tell them from other files', and its name. */
export type Chunk = readonly [first: string, last: string, name: string];

/** One of the indexes whose words are merged. */
export interface WordPart extends WordPlacing {
  readonly folder: string;
  readonly chunks: readonly Chunk[];
}

/**
 * About how much is put into one file, in bytes before compression: what a word sought costs. The list of the files, which
 * is sent with every first search, grows as they shrink, so that a large index has larger ones.
 */
const chunkSizes = { small: 16_000, large: 46_000 };
/** The most that the files of a small index have together, in bytes as they are. */
const smallIndex = 6_000_000;
// Postings gain less than a hundredth from a higher one, which takes three times as long.
const level = 7;
const writesAtOnce = 16;
const fourBytes = 0x9a;
const oneItem = Uint8Array.of(0x81);

/** Merges the words of indexes into files of a folder, a few in memory at a time, and returns these in order. */
export async function mergeWords(parts: readonly WordPart[], language: string, folder: string): Promise<Chunk[]> {
  const files: Chunk[] = [];
  const writing: Promise<void>[] = [];
  const size = (await sizeOf(parts)) > smallIndex ? chunkSizes.large : chunkSizes.small;
  for (const words of takeChunks(mergeSorted(parts), size)) {
    const count = Buffer.alloc(5, fourBytes);
    count.writeUInt32BE(words.length, 1);
    const file = packEncoded([oneItem, count, ...words.map((word) => word.bytes)], level);
    const name = `${language}_${file.hash}`;
    files.push([words[0]?.key.toString() ?? '', words.at(-1)?.key.toString() ?? '', name]);
    writing.push(file.write(join(folder, `${name}.pf_index`)));
    if (writing.length >= writesAtOnce) await Promise.all(writing.splice(0));
  }
  await Promise.all(writing);
  return files.map(([from, to, name], index): Chunk => {
    const before = files[index - 1];
    const after = files[index + 1];
    return [before ? tellApart(from, before[1]) : from, after ? tellApart(to, after[0]) : to, name];
  });
}

async function sizeOf(parts: readonly WordPart[]): Promise<number> {
  const files = parts.flatMap(({ folder, chunks }) => chunks.map(([, , name]) => indexPath(folder, name)));
  let sum = 0;
  for (const file of files) sum += (await stat(file)).size;
  return sum;
}

function indexPath(folder: string, name: string): string {
  return join(folder, 'index', `${name}.pf_index`);
}

interface EncodedWord {
  readonly key: Buffer;
  readonly bytes: Uint8Array;
}

function* takeChunks(words: Iterable<EncodedWord>, most: number): Generator<EncodedWord[]> {
  let chunk: EncodedWord[] = [];
  let size = 0;
  for (const word of words) {
    if (size > 0 && size + word.bytes.length > most) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(word);
    size += word.bytes.length;
  }
  if (chunk.length > 0) yield chunk;
}

interface Head {
  readonly words: Generator<Word>;
  word: Word;
}

function* mergeSorted(parts: readonly WordPart[]): Generator<EncodedWord> {
  let heads: Head[] = [];
  for (const part of parts) {
    const words = readPart(part);
    const { value, done } = words.next();
    if (!done) heads.push({ words, word: value });
  }
  while (heads.length > 0) {
    let [{ word: least }] = heads as [Head];
    for (const { word } of heads) if (Buffer.compare(word.key, least.key) < 0) least = word;
    const { key } = least;
    const same = heads.filter(({ word }) => word.key.equals(key));
    yield { key, bytes: mergeWord(same.map(({ word }) => word)) };
    for (const head of same) {
      const { value, done } = head.words.next();
      if (done) heads = heads.filter((other) => other !== head);
      else head.word = value;
    }
  }
}

function* readPart(part: WordPart): Generator<Word> {
  for (const [, , name] of part.chunks) yield* readWords(readUnpacked(indexPath(part.folder, name)), part);
}

// The shortest beginning of a word that the other does not start with, or the word itself.
function tellApart(word: string, other: string): string {
  const [own, others] = [[...word], [...other]];
  const length = own.findIndex((character, index) => character !== others[index]);
  return length < 0 ? word : own.slice(0, length + 1).join('');
}
