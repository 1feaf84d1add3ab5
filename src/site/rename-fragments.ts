import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPackedJson, packJson } from './packed-file.ts';

/** How many documents an index may have for each to be written anew; what that takes off a search's bytes is not worth more of a build. */
const mostRewritten = 6000;
const atOnce = 64;

interface Fragment {
  readonly filters: unknown;
  readonly meta: Readonly<Record<string, string>>;
}

/** Gives the files of an index's documents other names, and takes out of them what the search page does not show: the filters, and the names of the records listed. */
export async function renameFragments(folder: string, from: readonly string[], to: readonly string[]): Promise<void> {
  const path = (name: string) => join(folder, `${name}.pf_fragment`);
  const move = from.length > mostRewritten ? rename : rewrite;
  if (to[0] !== undefined) await mkdir(dirname(path(to[0])), { recursive: true });
  for (let start = 0; start < from.length; start += atOnce) {
    const some = from.slice(start, start + atOnce);
    await Promise.all(some.map((name, index) => move(path(name), path(to[start + index] ?? ''))));
  }
}

async function rewrite(from: string, to: string): Promise<void> {
  const { meta, filters: _filters, ...shown } = await readPackedJson<Fragment>(await readFile(from));
  const { names: _names, ...shownMeta } = meta;
  await writeFile(to, await packJson({ ...shown, meta: shownMeta }));
  await rm(from);
}
