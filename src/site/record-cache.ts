import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordReader } from '../core/chronicle.ts';
import { identify, type ReadRecord, readRecord } from '../core/read-record.ts';
import type { ContentFile } from '../core/text-file.ts';
import { unpackRecord } from './packed-record.ts';
import { packOnThreads } from './read-on-threads.ts';

const lineFeed = 0x0a;

/**
 * Reads the records of files, those alone that are not in the cache of the last build as they stand: the same path and the
 * same bytes read by the same code. Returns the reader that gives what was read. Records with problems are never cached.
 */
export async function readCached(files: readonly ContentFile[], cacheFolder: string): Promise<RecordReader> {
  const code = await digestCode();
  const wanted = new Map(
    files.filter((file) => identify(file.path)).map((file) => [digest(code, file.path, file.bytes), file]),
  );
  const cache = join(cacheFolder, 'records');
  const cached = await readLines(cache);
  const kept = [...wanted.keys()].filter((key) => cached.has(key));
  const missing = [...wanted].filter(([key]) => !cached.has(key));
  const packed = await packOnThreads(missing.map(([, file]) => file));
  const records = new Map<string, ReadRecord>();
  const lines: Uint8Array[] = [];
  const take = (json: string, file: ContentFile) => records.set(file.path, unpackRecord(json, file));
  for (const key of kept) {
    const json = cached.get(key);
    const file = wanted.get(key);
    if (!json || !file) continue;
    take(json.toString(), file);
    lines.push(Buffer.from(`${key} `), json, Buffer.of(lineFeed));
  }
  for (const [index, [key, file]] of missing.entries()) {
    const json = packed[index];
    if (json === undefined) continue;
    take(json, file);
    lines.push(Buffer.from(`${key} ${json}\n`));
  }
  if (missing.length > 0 || kept.length < cached.size) await replaceFile(cache, lines);
  return (file, folder, id) => records.get(file.path) ?? readRecord(file, folder, id);
}

// One line for each record: its key, a space, JSON.
async function readLines(path: string): Promise<Map<string, Buffer>> {
  const lines = new Map<string, Buffer>();
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  for (let start = 0; start < content.length;) {
    const end = content.indexOf(lineFeed, start);
    if (end < 0) break;
    const space = content.indexOf(0x20, start);
    lines.set(content.toString('latin1', start, space), content.subarray(space + 1, end));
    start = end + 1;
  }
  return lines;
}

// A killed build leaves the old file, and two builds at once leave that of one of them.
async function replaceFile(path: string, parts: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.partial-${process.pid}`;
  try {
    await writeFile(partial, parts);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

// What reads the records: the core, its dependencies, and Node.
async function digestCode(): Promise<string> {
  const names = await readdir('src/core', { recursive: true });
  const paths = [
    'package-lock.json',
    ...names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join('src/core', name)),
  ];
  const texts = await Promise.all(paths.map((path) => readFile(path)));
  return digest(process.version, ...paths, ...texts);
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // Lengths keep what belongs to one part from being read as the next's.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
