import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../core/text-file.ts';

const concurrency = 64;

/** Reads all files of a content folder, hidden ones left out; paths are relative to it, with slashes. */
export async function readContent(folder: string): Promise<ContentFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')));
  const files: ContentFile[] = [];
  for (let index = 0; index < paths.length; index += concurrency) {
    const chunk = paths.slice(index, index + concurrency);
    files.push(
      ...(await Promise.all(
        chunk.map(async (path) => ({ path: path.split(sep).join('/'), bytes: await readFile(join(folder, path)) })),
      )),
    );
  }
  return files;
}
