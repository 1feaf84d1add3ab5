import { readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { searchDocuments } from '../core/outputs/search-documents.ts';
import type { ViewContext } from '../core/views/context.ts';
import { readChronicle } from './chronicle.ts';
import type { Settings } from './settings.ts';
import { sortIndex } from './sort-index.ts';

/** How many documents are on their way to Pagefind at once. */
const concurrency = 16;

/** Builds the full-text index from the core's search documents; `onDocument` is told how many are in. */
export async function buildSearchIndex(
  context: ViewContext,
  onDocument: (count: number) => void = () => {},
): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind gave no index: ${errors.join('; ')}`);
  let count = 0;
  const documents = searchDocuments(context);
  const addDocuments = async () => {
    for (const { url, html } of documents) {
      // Addresses in the index are relative to the base path, which Pagefind adds again in the browser.
      const result = await index.addHTMLFile({ url: `/${url.slice(context.urls.base.length)}`, content: html });
      if (result.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${result.errors.join('; ')}`);
      count += 1;
      onDocument(count);
    }
  };
  // Pagefind orders the documents itself, so the index is the same however they arrive.
  await Promise.all(Array.from({ length: concurrency }, addDocuments));
  return index;
}

/** Writes the full-text index into a folder of the site. */
export async function writeSearchIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`Pagefind could not write its index: ${errors.join('; ')}`);
  await sortIndex(folder);
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
    await writeSearchIndex(await buildSearchIndex(await readChronicle(this.#settings, true)), this.#path);
  }
}
