import { encode } from 'cborg';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packEncoded, readPacked } from './packed-file.ts';

/** The documents with a word, each as its distance from the one before, with the places of the word in its text and fields. */
type Postings = readonly (readonly [distance: number, places: readonly number[], fields: readonly number[]])[];
type Word = readonly [text: string, pages: Postings, spellings: readonly (readonly [text: string, pages: Postings])[]];
/** A file of words: a beginning of its first and of its last one, long enough to tell them from other files', and its name. */
export type Chunk = readonly [first: string, last: string, name: string];

/** One of the indexes whose words are merged. */
export interface WordPart {
  readonly folder: string;
  readonly chunks: readonly Chunk[];
  /** The number that its first document has in the whole. */
  readonly offset: number;
  /** The number in the whole of each of its fields. */
  readonly fields: readonly number[];
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
  for await (const words of takeChunks(mergeSorted(parts), size)) {
    const count = Buffer.alloc(5, fourBytes);
    count.writeUInt32BE(words.length, 1);
    const file = packEncoded([oneItem, count, ...words.map((word) => word.bytes)], level);
    const name = `${language}_${file.hash}`;
    files.push([words[0]?.text ?? '', words.at(-1)?.text ?? '', name]);
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
  readonly text: string;
  readonly bytes: Uint8Array;
}

async function* takeChunks(words: AsyncIterable<Word>, most: number): AsyncGenerator<EncodedWord[]> {
  let chunk: EncodedWord[] = [];
  let size = 0;
  for await (const word of words) {
    const bytes = encode(word);
    if (size > 0 && size + bytes.length > most) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push({ text: word[0], bytes });
    size += bytes.length;
  }
  if (chunk.length > 0) yield chunk;
}

interface Head {
  readonly part: WordPart;
  readonly words: AsyncGenerator<Word>;
  word: Word;
  /** The word in the order of its bytes, which is that of the files. */
  key: Uint8Array;
}

async function* mergeSorted(parts: readonly WordPart[]): AsyncGenerator<Word> {
  let heads: Head[] = [];
  for (const part of parts) {
    const words = readWords(part);
    const { value, done } = await words.next();
    if (!done) heads.push({ part, words, word: value, key: Buffer.from(value[0]) });
  }
  while (heads.length > 0) {
    let [least] = heads as [Head];
    for (const head of heads) if (Buffer.compare(head.key, least.key) < 0) least = head;
    const same = heads.filter((head) => head.word[0] === least.word[0]);
    yield mergeWord(same);
    for (const head of same) {
      const { value, done } = await head.words.next();
      if (done) heads = heads.filter((other) => other !== head);
      else [head.word, head.key] = [value, Buffer.from(value[0])];
    }
  }
}

async function* readWords({ folder, chunks }: WordPart): AsyncGenerator<Word> {
  for (const [, , name] of chunks) yield* (await readPacked<[Word[]]>(indexPath(folder, name)))[0];
}

function mergeWord(heads: readonly Head[]): Word {
  const spellings = new Map<string, [WordPart, Postings][]>();
  for (const { part, word } of heads)
    for (const [text, pages] of word[2]) spellings.set(text, [...(spellings.get(text) ?? []), [part, pages]]);
  return [
    heads[0]?.word[0] ?? '',
    mergePostings(heads.map(({ part, word }) => [part, word[1]])),
    [...spellings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, pages]) => [text, mergePostings(pages)]),
  ];
}

function mergePostings(all: readonly (readonly [WordPart, Postings])[]): Postings {
  let last = 0;
  return all.flatMap(([part, pages]) => {
    let page = part.offset;
    return pages.map(([distance, places, fields]): Postings[number] => {
      page += distance;
      const step = page - last;
      last = page;
      return [step, places, fields.map((place) => (place < 0 ? -1 - (part.fields[-1 - place] ?? 0) : place))];
    });
  });
}

// The shortest beginning of a word that the other does not start with, or the word itself.
function tellApart(word: string, other: string): string {
  const [own, others] = [[...word], [...other]];
  const length = own.findIndex((character, index) => character !== others[index]);
  return length < 0 ? word : own.slice(0, length + 1).join('');
}
