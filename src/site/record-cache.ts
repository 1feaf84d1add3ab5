import { join } from 'node:path';
import type { RecordReader } from '../core/chronicle.ts';
import { identify, type ReadRecord, readRecord } from '../core/read-record.ts';
import type { ContentFile } from '../core/text-file.ts';
import { digest, digestCode } from './code-digest.ts';
import { readLines, replaceLines } from './line-file.ts';
import { unpackRecord } from './packed-record.ts';
import { packOnThreads } from './read-on-threads.ts';

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
  const kept = [...wanted.keys()].filter((key) => cached.has(key));
  const missing = [...wanted].filter(([key]) => !cached.has(key));
  const packed = await packOnThreads(missing.map(([, file]) => file));
  const records = new Map<string, ReadRecord>();
  const lines: (string | Uint8Array)[] = [];
  const take = (json: string, file: ContentFile) => records.set(file.path, unpackRecord(json, file));
  for (const key of kept) {
    const json = cached.get(key);
    const file = wanted.get(key);
    if (!json || !file) continue;
    take(json.toString(), file);
    lines.push(Buffer.concat([Buffer.from(`${key} `), json]));
  }
  for (const [index, [key, file]] of missing.entries()) {
    const json = packed[index];
    if (json === undefined) continue;
    take(json, file);
    lines.push(`${key} ${json}`);
  }
  if (missing.length > 0 || kept.length < cached.size) await replaceLines(cache, lines);
  return (file, folder, id) => records.get(file.path) ?? readRecord(file, folder, id);
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
