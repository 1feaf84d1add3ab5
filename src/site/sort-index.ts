import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Starts every file of an index once it is unpacked. */
const magic = 'pagefind_dcd';

type Filter = [name: string, values: [value: string, pages: number[]][]];
/** Version, pages, chunks of words, filters with the hash in their file's name, sorts, fields. */
type Meta = [unknown, unknown, unknown, filters: [name: string, hash: string][], ...unknown[]];

/**
 * Puts filters and their values in alphabetical order, for Pagefind writes them in an order of chance and names its files by
 * what is in them. The same documents give the same index after it, byte for byte.
 */
export async function sortIndex(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((item) => item.endsWith('.pf_meta'))) await sortLanguage(folder, name);
}

async function sortLanguage(folder: string, name: string): Promise<void> {
  const meta = await readPacked<Meta>(join(folder, name));
  const filters = [...meta[3]].sort(compareFirst);
  for (const filter of filters) {
    const path = (hash: string) => join(folder, 'filter', `${hash}.pf_filter`);
    const [label, values] = await readPacked<Filter>(path(filter[1]));
    const { bytes, hash } = pack([label, [...values].sort(compareFirst)]);
    await rm(path(filter[1]));
    filter[1] = `${filter[1].split('_')[0]}_${hash}`;
    await writeFile(path(filter[1]), bytes);
  }
  const [, language = '', oldHash = ''] = /^pagefind\.(.+)_([^_]+)\.pf_meta$/.exec(name) ?? [];
  const { bytes, hash } = pack(meta.with(3, filters));
  await rm(join(folder, name));
  await writeFile(join(folder, `pagefind.${language}_${hash}.pf_meta`), bytes);
  const entry = join(folder, 'pagefind-entry.json');
  const text = await readFile(entry, 'utf8');
  await writeFile(entry, text.replace(`"${language}_${oldHash}"`, `"${language}_${hash}"`));
}

async function readPacked<T>(path: string): Promise<T> {
  return decode(gunzipSync(await readFile(path)).subarray(magic.length)) as T;
}

function pack(value: unknown): { bytes: Uint8Array; hash: string } {
  const content = Buffer.concat([Buffer.from(magic), encode(value)]);
  return {
    bytes: gzipSync(content, { level: 9 }),
    hash: createHash('sha256').update(content).digest('hex').slice(0, 10),
  };
}

function compareFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
