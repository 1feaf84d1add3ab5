import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';

/** Starts every file of an index of Pagefind's once it is unpacked. */
const magic = 'pagefind_dcd';
const compress = promisify(gzip);

/** Returns what a file of an index holds. */
export async function readPacked<T>(path: string): Promise<T> {
  return decode(gunzipSync(await readFile(path)).subarray(magic.length)) as T;
}

/** A file of an index. */
export interface PackedFile {
  /** The start of a digest of what it holds. */
  readonly hash: string;
  write(path: string): Promise<void>;
}

/** Returns a value as a file of an index. */
export function pack(value: unknown): PackedFile {
  return packEncoded(encode(value));
}

/** Returns a value that is in CBOR already as a file of an index. */
export function packEncoded(...parts: readonly Uint8Array[]): PackedFile {
  const content = Buffer.concat([Buffer.from(magic), ...parts]);
  return {
    hash: createHash('sha256').update(content).digest('hex').slice(0, 10),
    // Postings gain less than a hundredth from a higher level, which takes three times as long.
    write: async (path) => writeFile(path, await compress(content, { level: 7 })),
  };
}
