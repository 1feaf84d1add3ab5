import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { searchParts, type SearchDocument } from '../../src/core/outputs/search-documents.ts';
import { createUrls } from '../../src/core/urls.ts';
import { mergeIndexes } from '../../src/site/merge-index.ts';
import { pack, readPacked, readPackedJson } from '../../src/site/packed-file.ts';
import { makeContent } from '../bench/content.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Meta = [
  string,
  [name: string, words: number][],
  [string, string, string][],
  [string, string][],
  unknown[],
  string[],
];

afterAll(() => close());

test('parts that are merged are the index that Pagefind makes of all documents at once', async () => {
  const parts = madeParts();
  expect(parts.length).toBeGreaterThan(3);
  const folder = await tempFolder();
  await writeIndex(parts.flat(), join(folder, 'whole'));
  const folders = parts.map((_, index) => join(folder, `part-${index}`));
  for (const [index, part] of parts.entries()) await writeIndex(part, folders[index] ?? '');
  await mergeIndexes(folders, join(folder, 'merged'));
  // How words are shared out among files may differ.
  const { chunks: _, ...whole } = await readIndex(join(folder, 'whole'));
  const { chunks: __, ...merged } = await readIndex(join(folder, 'merged'));
  expect(whole.words.length).toBeGreaterThan(1000);
  expect(merged).toEqual(whole);
});

test('each file of words says by its first and last word which words it has', async () => {
  const folder = await tempFolder();
  await writeIndex(madeParts().flat(), join(folder, 'one'));
  await mergeIndexes([join(folder, 'one')], join(folder, 'merged'));
  const { chunks } = await readIndex(join(folder, 'merged'));
  expect(chunks.length).toBeGreaterThan(2);
  for (const { first, last, words } of chunks) {
    expect(words.every((word) => word >= first && (word <= last || word.startsWith(last)))).toBe(true);
  }
});

test('documents whose files have one name in two parts keep their own', async () => {
  const [first = [], second = []] = madeParts();
  const folder = await tempFolder();
  const folders = ['a', 'b'].map((name) => join(folder, name));
  await writeIndex(first, folders[0] ?? '');
  await writeIndex(second, folders[1] ?? '');
  const one = await readMeta(folders[0] ?? '');
  const [shared = ''] = one[1][0] ?? [];
  await renameFirst(folders[1] ?? '', shared);
  await mergeIndexes(folders, join(folder, 'merged'));
  const merged = await readMeta(join(folder, 'merged'));
  const urls = await Promise.all(
    merged[1].map(async ([name]) => {
      const bytes = await readFile(join(folder, 'merged', 'fragment', `${name}.pf_fragment`));
      return (await readPackedJson<{ url: string }>(bytes)).url;
    }),
  );
  expect(urls).toEqual([...first, ...second].map((document) => document.url));
});

async function readMeta(folder: string): Promise<Meta> {
  const names = await readdir(folder);
  return readPacked<Meta>(join(folder, names.find((name) => name.endsWith('.pf_meta')) ?? ''));
}

/** Gives the file of an index's first document another name. */
async function renameFirst(folder: string, to: string): Promise<void> {
  const meta = await readMeta(folder);
  const [from = ''] = meta[1][0] ?? [];
  const path = (name: string) => join(folder, 'fragment', `${name}.pf_fragment`);
  await rename(path(from), path(to));
  const names = await readdir(folder);
  const file = names.find((name) => name.endsWith('.pf_meta')) ?? '';
  await pack(meta.with(1, [[to, 1], ...meta[1].slice(1)])).write(join(folder, file));
}

function madeParts(): SearchDocument[][] {
  const encoder = new TextEncoder();
  const files = [...makeContent(80)].map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
  const { chronicle } = buildChronicle(files);
  if (!chronicle) throw new Error('The made content has errors');
  return [...searchParts({ chronicle, urls: createUrls(chronicle, '/') }, 100_000)];
}

async function writeIndex(documents: readonly SearchDocument[], outputPath: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const { url, html } of documents) await index?.addHTMLFile({ url, content: html });
  await index?.writeFiles({ outputPath });
  await index?.deleteIndex();
}

async function readIndex(folder: string) {
  const meta = await readMeta(folder);
  const [version, documents, files, filterFiles, sorts, fields] = meta;
  const chunks = [];
  const words: [string, ...unknown[]][] = [];
  for (const [first, last, name] of files) {
    const [own] = await readPacked<[[string, ...unknown[]][]]>(join(folder, 'index', `${name}.pf_index`));
    chunks.push({ first, last, words: own.map(([word]) => word) });
    words.push(...own);
  }
  const filters: Record<string, unknown> = {};
  for (const [name, file] of filterFiles) {
    const [, values] = await readPacked<[string, [string, number[]][]]>(join(folder, 'filter', `${file}.pf_filter`));
    filters[name] = Object.fromEntries(values);
  }
  return {
    version,
    documents,
    words,
    chunks,
    filters,
    sorts,
    fields,
    files: (await readdir(join(folder, 'fragment'))).sort(),
  };
}
