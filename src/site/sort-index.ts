import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shortenMeta } from '../core/brief-meta.ts';
import { formatFragmentName } from '../core/fragment-names.ts';
import type { Chunk } from './merge-words.ts';
import { numberWords } from './number-words.ts';
import { pack, readPacked } from './packed-file.ts';
import { renameFragments } from './rename-fragments.ts';

type Named = [name: string, hash: string];
type Filter = [name: string, values: [value: string, pages: number[]][]];
type Page = [hash: string, words: number];
type Sort = [name: string, pages: number[]];
/** Version, documents, chunks of words, filters with the hash in their file's name, orders, fields. */
type Meta = [version: unknown, pages: Page[], chunks: Chunk[], filters: Named[], sorts: Sort[], fields: string[]];

/**
 * Puts filters and their values in alphabetical order, for Pagefind writes them in an order of chance, and names the
 * documents' files by type and date instead of keeping their order beside their names, which every first search is sent;
 * numbers the files of words. What the search page needs of the first file is written in a brief form beside it.
 * The same documents give the same index after it, byte for byte.
 */
export async function sortIndex(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((item) => item.endsWith('.pf_meta'))) await sortLanguage(folder, name);
}

async function sortLanguage(folder: string, name: string): Promise<void> {
  const meta = await readPacked<Meta>(join(folder, name));
  const filters: Named[] = [];
  let types: Filter[1] = [];
  for (const [label, hash] of [...meta[3]].sort(compareFirst)) {
    const [, values] = await readPacked<Filter>(filterPath(folder, hash));
    if (label === 'type') types = values;
    filters.push([label, await rewriteFilter(folder, hash, [label, [...values].sort(compareFirst)])]);
  }
  const pages = nameFragments(meta, types);
  await renameFragments(
    join(folder, 'fragment'),
    meta[1].map(([hash]) => hash),
    pages.map(([file]) => file),
  );
  const chunks = await numberWords(join(folder, 'index'), meta[2]);
  const sorted: Meta = [meta[0], pages, chunks, filters, [], meta[5]];
  const [, language = '', oldHash = ''] = /^pagefind\.(.+)_([^_]+)\.pf_meta$/.exec(name) ?? [];
  const file = pack(sorted);
  await rm(join(folder, name));
  await file.write(join(folder, `pagefind.${language}_${file.hash}.pf_meta`));
  const brief = shortenMeta({ documents: pages, chunks, filters, fields: meta[5] });
  await pack(brief).write(join(folder, `pagefind.brief_${file.hash}.pf_meta`));
  const entry = join(folder, 'pagefind-entry.json');
  const text = await readFile(entry, 'utf8');
  await writeFile(entry, text.replace(`"${language}_${oldHash}"`, `"${language}_${file.hash}"`));
}

async function rewriteFilter(folder: string, oldHash: string, filter: Filter): Promise<string> {
  const file = pack(filter);
  const newHash = `${oldHash.split('_')[0]}_${file.hash}`;
  await rm(filterPath(folder, oldHash));
  await file.write(filterPath(folder, newHash));
  return newHash;
}

function nameFragments([, pages, , , sorts]: Meta, types: Filter[1]): Page[] {
  const index = pack(pages).hash.slice(0, 6);
  const orders = new Map(sorts[0]?.[1].map((page, order) => [page, order]));
  const letters = new Map(types.flatMap(([type, own]) => own.map((page) => [page, type.charAt(0).toLowerCase()])));
  return pages.map(([hash, words], page) => {
    const type = letters.get(page);
    const order = orders.get(page);
    if (type === undefined || order === undefined) throw new Error(`Document ${hash} of the index has no type or date`);
    return [formatFragmentName(index, { type, order }), words];
  });
}

function filterPath(folder: string, hash: string): string {
  return join(folder, 'filter', `${hash}.pf_filter`);
}

function compareFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
