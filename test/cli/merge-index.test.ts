import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { searchParts, type SearchDocument } from '../../src/core/outputs/search-documents.ts';
import { createUrls } from '../../src/core/urls.ts';
import { mergeIndexes } from '../../src/site/merge-index.ts';
import { readPacked } from '../../src/site/packed-file.ts';
import { makeContent } from '../bench/content.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Meta = [string, unknown[], [string, string, string][], [string, string][], unknown[], string[]];

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
  const names = await readdir(folder);
  const meta = await readPacked<Meta>(join(folder, names.find((name) => name.endsWith('.pf_meta')) ?? ''));
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
