import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build as astroBuild } from 'astro';
import { close } from 'pagefind';
import { listAddresses } from '../core/views/addresses.ts';
import { buildContext, ContentError, shareContext } from './chronicle.ts';
import { countPages } from './count-pages.ts';
import type { Progress } from './progress.ts';
import { readContent } from './read-content.ts';
import { displayRoot, type Settings } from './settings.ts';
import { buildSearchIndex, writeSearchIndex } from './search-index.ts';

/** What a build made. */
export interface BuildSummary {
  readonly pages: number;
  readonly documents: number;
}

/**
 * Builds the site, whole or not at all: it is written beside the output folder and takes its place at the end. On any
 * failure the previous output stays as it was.
 */
export async function buildSite(settings: Settings, progress: Progress): Promise<BuildSummary> {
  progress.phase('Reading and checking content');
  const files = await readContent(settings.content);
  progress.count(files.length, files.length);
  const context = buildContext(files, settings, false);
  const partial = `${settings.out}.partial-${randomUUID().slice(0, 8)}`;
  shareContext(context);
  const pages = listAddresses(context).length;
  try {
    progress.phase('Rendering pages');
    let documents = 0;
    let onDocument = (_count: number) => {};
    const indexing = buildSearchIndex(context, (count) => onDocument((documents = count)));
    // Whatever goes wrong with it is told when it is waited for.
    indexing.catch(() => {});
    await renderPages(partial, (count) => progress.count(count, pages));
    progress.count(pages, pages);
    progress.phase('Indexing for search');
    const { chronicle } = context;
    const total = chronicle.entries.size + chronicle.actors.size + chronicle.places.size + chronicle.sources.size;
    onDocument = (count) => progress.count(count, total);
    onDocument(documents);
    await writeSearchIndex(await indexing, join(partial, 'pagefind'));
    await swap(partial, settings.out);
    progress.end();
    return { pages, documents };
  } finally {
    await close();
    await rm(partial, { recursive: true, force: true });
  }
}

/** Says in one line what went wrong with a build; content problems come with their whole report. */
export function describeFailure(error: unknown, settings: Settings): string {
  if (error instanceof ContentError) return `${error.message}\n${keptNote(settings)}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${keptNote(settings)}\n`;
}

function keptNote(settings: Settings): string {
  return `Nothing was written; ${displayRoot(settings.out)} is as it was.`;
}

async function renderPages(out: string, onPage: (count: number) => void): Promise<void> {
  // NODE_ENV decides on whether Vite and Astro bundle for production.
  process.env['NODE_ENV'] ??= 'production';
  await astroBuild({ outDir: out, logLevel: 'warn', mode: 'production', integrations: [countPages(onPage)] });
}

async function swap(partial: string, out: string): Promise<void> {
  const old = join(dirname(out), `${basename(out)}.old-${randomUUID().slice(0, 8)}`);
  const hadOld = await rename(out, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(partial, out);
  } catch (error) {
    if (hadOld) await rename(old, out);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}
