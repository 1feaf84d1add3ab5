import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'vite';

/** Writes Pagefind's program without the spaces and long names that it comes with; every first search is sent it. */
export async function shrinkScript(folder: string): Promise<void> {
  const path = join(folder, 'pagefind.js');
  const { code, errors } = await minify('pagefind.js', await readFile(path, 'utf8'), { module: true });
  if (errors.length > 0) throw new Error(`Pagefind's program could not be made smaller: ${errors[0]?.message}`);
  await writeFile(path, code);
}
