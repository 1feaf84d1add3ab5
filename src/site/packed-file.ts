import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';

const inflate = promisify(gunzip);
const deflate = promisify<Uint8Array, { level: number }, Buffer>(gzip);

/** Starts every file of a Pagefind index once it is unpacked. */
const magic = 'pagefind_dcd';

/** Reads what a file of a Pagefind index holds. */
export async function readPacked<T>(path: string): Promise<T> {
  return decode(gunzipSync(await readFile(path)).subarray(magic.length)) as T;
}

/** Returns the bytes of a file of a Pagefind index, and the hash that its name ends with. */
export function pack(value: unknown): { readonly bytes: Uint8Array; readonly hash: string } {
  const content = Buffer.concat([Buffer.from(magic), encode(value)]);
  return { bytes: gzipSync(content, { level: 9 }), hash: digest(content) };
}

/** Reads the bytes of a document's file. */
export async function readPackedJson<T>(bytes: Uint8Array): Promise<T> {
  return JSON.parse((await inflate(bytes)).toString('utf8', magic.length)) as T;
}

/** Returns the bytes of a document's file. */
export function packJson(value: unknown): Promise<Uint8Array> {
  return deflate(Buffer.from(magic + JSON.stringify(value)), { level: 9 });
}

/** Returns ten digits that stand for some bytes. */
function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
