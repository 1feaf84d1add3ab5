import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Returns a digest of all code in some folders and files, of the dependencies and of Node: what it made is made alike again. */
export async function digestCode(...roots: readonly string[]): Promise<string> {
  const found = await Promise.all(roots.map(listFiles));
  const paths = ['package-lock.json', ...found.flat().sort()];
  const texts = await Promise.all(paths.map((path) => readFile(path)));
  return digest(process.version, ...paths, ...texts);
}

/** Returns the SHA-256 of several parts. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // Lengths keep what belongs to one part from being read as the next's.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

async function listFiles(root: string): Promise<string[]> {
  const items = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!items) return [root];
  return items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
}
