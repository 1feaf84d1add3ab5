import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip } from 'node:zlib';

const inflate = promisify(gunzip);
const deflate = promisify<Uint8Array, { level: number }, Buffer>(gzip);

/** Starts every file of a Pagefind index once it is unpacked. */
const magic = 'pagefind_dcd';

/** A file of a Pagefind index. */
export interface PackedFile {
  /** Ten digits that stand for what it holds. */
  readonly hash: string;
  write(path: string): Promise<void>;
}

/** Reads what a file of a Pagefind index holds. */
export async function readPacked<T>(path: string): Promise<T> {
  return decode(gunzipSync(await readFile(path)).subarray(magic.length)) as T;
}

/** Reads what a file of a Pagefind index holds, as it is written. */
export function readUnpacked(path: string): Buffer {
  return gunzipSync(readFileSync(path)).subarray(magic.length);
}

/** Returns a value as a file of a Pagefind index. */
export function pack(value: unknown): PackedFile {
  return packEncoded([encode(value)], 9);
}

/** Returns a value that is in CBOR already, in pieces, as a file of a Pagefind index. */
export function packEncoded(pieces: readonly Uint8Array[], level: number): PackedFile {
  const content = Buffer.concat([Buffer.from(magic), ...pieces]);
  return {
    hash: createHash('sha256').update(content).digest('hex').slice(0, 10),
    write: async (path) => writeFile(path, await deflate(content, { level })),
  };
}

/** Reads the bytes of a document's file. */
export async function readPackedJson<T>(bytes: Uint8Array): Promise<T> {
  return JSON.parse((await inflate(bytes)).toString('utf8', magic.length)) as T;
}

/** Returns the bytes of a document's file. */
export function packJson(value: unknown): Promise<Uint8Array> {
  return deflate(Buffer.from(magic + JSON.stringify(value)), { level: 9 });
}
