import { join } from 'node:path';
import type { RecordReader } from '../core/chronicle.ts';
import { identify } from '../core/read-record.ts';
import type { ContentFile } from '../core/text-file.ts';
import { digest, digestCode } from './code-digest.ts';
import { readLines, replaceLines } from './line-file.ts';
import { readPackedRecords } from './packed-record.ts';
import { packOnThreads, pairUp } from './read-on-threads.ts';

/**
 * Reads the records of files, those alone that are not in the cache of the last build as they stand: the same path and the
 * same bytes read by the same code. Returns the reader that gives what was read. Records with problems are never cached.
 */
export async function readCached(files: readonly ContentFile[], cacheFolder: string): Promise<RecordReader> {
  const code = await digestCode('src/core');
  const wanted = new Map(
    files.filter((file) => identify(file.path)).map((file) => [digest(code, file.path, file.bytes), file]),
  );
  const cache = join(cacheFolder, 'records');
  const cached = await readRecords(cache);
  const missing = [...wanted].filter(([key]) => !cached.has(key));
  const unread = missing.map(([, file]) => file);
  const packed = pairUp(unread, await packOnThreads(unread));
  for (const [key, { path }] of wanted) {
    const json = cached.get(key);
    if (json) packed.set(path, json);
  }
  const isSame = missing.length === 0 && packed.size === cached.size;
  if (!isSame) await replaceLines(cache, formatRecords(wanted, packed));
  return readPackedRecords(packed);
}

// One line for each record: its key, a space, JSON.
async function readRecords(path: string): Promise<Map<string, Buffer>> {
  const lines = await readLines(path);
  return new Map(
    lines.map((line) => {
      const space = line.indexOf(0x20);
      return [line.toString('latin1', 0, space), line.subarray(space + 1)];
    }),
  );
}

function* formatRecords(
  wanted: ReadonlyMap<string, ContentFile>,
  packed: ReadonlyMap<string, string | Buffer>,
): Generator<string> {
  for (const [key, { path }] of wanted) {
    const json = packed.get(path);
    if (json !== undefined) yield `${key} ${json.toString()}`;
  }
}
