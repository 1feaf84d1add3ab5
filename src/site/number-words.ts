import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chunk } from './merge-words.ts';
import { pack } from './packed-file.ts';

/** Numbers an index's files of words in a folder named by all of them, for their names are sent with every first search. */
export async function numberWords(folder: string, chunks: readonly Chunk[]): Promise<Chunk[]> {
  const all = pack(chunks).hash.slice(0, 6);
  await mkdir(join(folder, all), { recursive: true });
  const numbered: Chunk[] = [];
  for (const [index, [from, to, name]] of chunks.entries()) {
    const file = `${all}/${index.toString(36)}`;
    await rename(join(folder, `${name}.pf_index`), join(folder, `${file}.pf_index`));
    numbered.push([from, to, file]);
  }
  return numbered;
}
