import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import { createIndex } from 'pagefind';
import { searchParts, type SearchDocument } from '../core/outputs/search-documents.ts';
import type { ViewContext } from '../core/views/context.ts';
import { readChronicle } from './chronicle.ts';
import type { IndexWork } from './index-worker.ts';
import { knownVersion } from './merge-index.ts';
import { runThread } from './run-thread.ts';
import type { Settings } from './settings.ts';

/** How many documents are on their way to Pagefind at once. */
const concurrency = 32;
/** How large the documents of a part are, in characters: about 400 entries of 4 kB. */
const partSize = 3_000_000;
/** How long a part that no build uses any more is kept, in milliseconds; another build may be about to merge it. */
const keptTime = 3_600_000;

/** How the parts of an index are built. */
export interface PartOptions {
  /** Is told how many documents are in. */
  readonly onDocument?: (count: number) => void;
  /** Tells which parts are wanted, by their number from 0 on; all, if it is left out. */
  readonly isWanted?: (index: number) => boolean;
}

/** Returns the folder of a cache in which the parts of indexes are. */
export function partsFolder(cache: string): string {
  return join(cache, 'index');
}

/**
 * Builds the parts of the full-text index from the core's search documents, those alone that are not in the cache of the
 * last build. Returns the folders of the parts, in order.
 */
export async function buildSearchParts(
  context: ViewContext,
  cacheFolder: string,
  { onDocument, isWanted }: PartOptions = {},
): Promise<string[]> {
  const cache = partsFolder(cacheFolder);
  await mkdir(cache, { recursive: true });
  const folders: string[] = [];
  let count = 0;
  let index = 0;
  for (const documents of searchParts(context, partSize)) {
    index += 1;
    if (isWanted && !isWanted(index - 1)) continue;
    const folder = join(cache, digestPart(context.urls.base, documents));
    const isKept = await utimes(folder, new Date(), new Date()).then(
      () => true,
      () => false,
    );
    if (!isKept) await buildPart(documents, context.urls.base, folder);
    folders.push(folder);
    count += documents.length;
    onDocument?.(count);
  }
  await removeUnused(cache, folders);
  return folders;
}

/** Writes the full-text index into a folder of the site, on a thread of its own. */
export async function writeSearchIndex(parts: readonly string[], folder: string): Promise<void> {
  const workerData: IndexWork = { parts, folder };
  await runThread(new URL('./index-worker.ts', import.meta.url), { workerData });
}

async function buildPart(documents: readonly SearchDocument[], base: string, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind gave no index: ${errors.join('; ')}`);
  const waiting = documents.values();
  const addDocuments = async () => {
    for (const { url, html } of waiting) {
      // Addresses in the index are relative to the base path, which Pagefind adds again in the browser.
      const result = await index.addHTMLFile({ url: `/${url.slice(base.length)}`, content: html });
      if (result.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${result.errors.join('; ')}`);
    }
  };
  // Pagefind numbers the documents as they are asked for, so the index is the same whichever is ready first.
  await Promise.all(Array.from({ length: concurrency }, addDocuments));
  const partial = `${folder}.partial-${process.pid}`;
  const written = await index.writeFiles({ outputPath: partial });
  if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another build has put the same part there.
    await rm(partial, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

function digestPart(base: string, documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256').update(`${knownVersion}\0${base}`);
  for (const { url, html } of documents) hash.update(`\0${url}\0${html}`);
  return hash.digest('hex').slice(0, 32);
}

async function removeUnused(cache: string, used: readonly string[]): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    if (used.includes(folder)) continue;
    // Another build may remove it just now.
    const changed = await stat(folder).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > keptTime) await rm(folder, { recursive: true, force: true });
  }
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Answers requests for the index while authoring; built when first asked for and after each change. */
export class SearchIndexServer {
  readonly #settings: Settings;
  readonly #path: string;
  #written: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#path = join(settings.cache, 'authors-index');
  }

  /** Forgets the index, so that the next request builds it anew. */
  invalidate(): void {
    this.#written = undefined;
  }

  /** Answers a request for a file of the index; tells whether it was one. */
  async respond(url: string, response: ServerResponse): Promise<boolean> {
    const path = posix.normalize(url.split('?')[0] ?? '');
    const prefix = [`${this.#settings.base}pagefind/`, '/pagefind/'].find((start) => path.startsWith(start));
    if (prefix === undefined) return false;
    // One after another, for all write into one folder.
    this.#written ??= this.#last = this.#last.catch(() => {}).then(() => this.#write());
    await this.#written;
    const content = await readFile(join(this.#path, path.slice(prefix.length))).catch(() => undefined);
    response.statusCode = content ? 200 : 404;
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.end(content);
    return true;
  }

  async #write(): Promise<void> {
    await rm(this.#path, { recursive: true, force: true });
    const parts = await buildSearchParts(await readChronicle(this.#settings, true), this.#settings.cache);
    await writeSearchIndex(parts, this.#path);
  }
}
