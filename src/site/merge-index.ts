import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkOrCopy } from './link-file.ts';
import { type Chunk, mergeWords } from './merge-words.ts';
import { pack, readPacked } from './packed-file.ts';

type Filter = readonly [name: string, values: readonly (readonly [value: string, documents: readonly number[]])[]];

/** What stands in an index's file of metadata. */
type Meta = readonly [
  version: string,
  documents: readonly (readonly [name: string, words: number])[],
  chunks: readonly Chunk[],
  filters: readonly (readonly [name: string, file: string])[],
  sorts: readonly (readonly [name: string, documents: readonly number[]])[],
  fields: readonly string[],
];

interface Part {
  readonly folder: string;
  readonly meta: Meta;
  readonly offset: number;
}

/** The only version of Pagefind whose files this module knows. */
export const knownVersion = '1.5.2';
const language = 'en';

/**
 * Merges indexes of Pagefind's into one, as if the documents of all had been put into one index in the order of the parts,
 * which is the order that they are sorted by. Pagefind has a whole index in memory while it writes it, about 400 kB for an
 * entry of 4 kB; merging has some words of each part. The documents' files get a second name, or are copied.
 */
export async function mergeIndexes(folders: readonly string[], out: string): Promise<void> {
  const [first] = folders;
  if (first === undefined) throw new RangeError('There is no index to merge');
  const parts = await readParts(folders);
  const metas = parts.map((part) => part.meta);
  const fields = [...new Set(metas.flatMap((meta) => meta[5]))].sort();
  await cp(first, out, {
    recursive: true,
    filter: (path) => !/[/\\](?:fragment|index|filter|[^/\\]+\.pf_meta)$/.test(path),
  });
  for (const name of ['fragment', 'index', 'filter']) await mkdir(join(out, name), { recursive: true });
  const documents = nameDocuments(parts);
  for (const [index, part] of parts.entries()) linkDocuments(part, documents[index] ?? [], out);
  const words = parts.map(({ folder, offset, meta }) => ({
    folder,
    offset,
    chunks: meta[2],
    fields: meta[5].map((field) => fields.indexOf(field)),
  }));
  const whole: Meta = [
    knownVersion,
    documents.flat(),
    await mergeWords(words, language, join(out, 'index')),
    await mergeFilters(parts, out),
    mergeSorts(parts),
    fields,
  ];
  const file = pack(whole);
  const hash = `${language}_${file.hash}`;
  await file.write(join(out, `pagefind.${hash}.pf_meta`));
  const entry = JSON.parse(await readFile(join(first, 'pagefind-entry.json'), 'utf8')) as object;
  const languages = { [language]: { hash, wasm: language, page_count: whole[1].length } };
  await writeFile(join(out, 'pagefind-entry.json'), JSON.stringify({ ...entry, languages }));
}

async function readParts(folders: readonly string[]): Promise<Part[]> {
  const parts: Part[] = [];
  let offset = 0;
  for (const folder of folders) {
    const name = (await readdir(folder)).find((item) => item.endsWith('.pf_meta')) ?? '';
    const meta = await readPacked<Meta>(join(folder, name));
    if (meta[0] !== knownVersion)
      throw new Error(`Unexpected index of Pagefind ${meta[0]}, expected ${knownVersion}, whose files are known`);
    parts.push({ folder, meta, offset });
    offset += meta[1].length;
  }
  return parts;
}

// Pagefind names a document's file by seven digits, which two of thousands may share; within one index it sees to that.
function nameDocuments(parts: readonly Part[]): Meta[1][] {
  const used = new Set<string>();
  return parts.map(({ meta }, part) =>
    meta[1].map(([name, words]) => {
      const own = used.has(name) ? `${name}${part.toString(36)}` : name;
      if (used.has(own)) throw new Error(`Two documents of the index have the name ${own}`);
      used.add(own);
      return [own, words] as const;
    }),
  );
}

// Nobody writes into the file of a document.
function linkDocuments({ folder, meta }: Part, documents: Meta[1], out: string): void {
  const path = (root: string, name: string) => join(root, 'fragment', `${name}.pf_fragment`);
  for (const [index, [name]] of documents.entries())
    linkOrCopy(path(folder, meta[1][index]?.[0] ?? ''), path(out, name));
}

async function mergeFilters(parts: readonly Part[], out: string): Promise<Meta[3]> {
  const filters = new Map<string, Map<string, number[]>>();
  for (const { folder, meta, offset } of parts) {
    for (const [, file] of meta[3]) {
      const [name, values] = await readPacked<Filter>(join(folder, 'filter', `${file}.pf_filter`));
      const merged = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, merged);
      for (const [value, documents] of values)
        merged.set(value, [...(merged.get(value) ?? []), ...documents.map((document) => document + offset)]);
    }
  }
  return Promise.all(
    [...filters].map(async ([name, values]) => {
      const file = pack([name, [...values]] satisfies Filter);
      await file.write(join(out, 'filter', `${language}_${file.hash}.pf_filter`));
      return [name, `${language}_${file.hash}`] as const;
    }),
  );
}

function mergeSorts(parts: readonly Part[]): Meta[4] {
  const names = new Set(parts.flatMap(({ meta }) => meta[4].map(([name]) => name)));
  return [...names].map((name) => [
    name,
    parts.flatMap(({ meta, offset }) =>
      (meta[4].find(([other]) => other === name)?.[1] ?? []).map((document) => document + offset),
    ),
  ]);
}
