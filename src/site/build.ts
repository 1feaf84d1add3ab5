import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as astroBuild } from 'astro';
import { close } from 'pagefind';
import { recordDates } from '../core/history/record-dates.ts';
import { redirectsFile } from '../core/outputs/redirects.ts';
import { listAddresses } from '../core/views/addresses.ts';
import type { ViewContext } from '../core/views/context.ts';
import { buildWithHistory, ContentError, shareContext } from './chronicle.ts';
import { countPages } from './count-pages.ts';
import { readEdition } from './edition.ts';
import { openOutput } from './output-folder.ts';
import { writeOutputs } from './outputs.ts';
import type { Progress } from './progress.ts';
import { readContent } from './read-content.ts';
import { readCached } from './record-cache.ts';
import { displayRoot, type Settings } from './settings.ts';
import { buildSearchParts, writeSearchIndex } from './search-index.ts';

/** What a build made. */
export interface BuildSummary {
  readonly pages: number;
  readonly documents: number;
  /** What the pages cannot tell of the past; empty where they tell all. */
  readonly remark: string;
}

/**
 * Builds the site, whole or not at all: it is written beside the output folder and takes its place at the end. On any
 * failure the previous output stays as it was.
 */
export async function buildSite(settings: Settings, progress: Progress): Promise<BuildSummary> {
  const output = await openOutput(settings.out);
  try {
    progress.phase('Reading and checking content');
    const files = await readContent(settings.content);
    progress.count(files.length, files.length);
    const context = await buildWithHistory(files, settings, false, await readCached(files, settings.cache));
    shareContext(context);
    progress.phase('Rendering pages');
    let documents = 0;
    let isRendered = false;
    const { chronicle } = context;
    const total = chronicle.entries.size + chronicle.actors.size + chronicle.places.size + chronicle.sources.size;
    const indexing = buildSearchParts(context, settings.cache, (count) => {
      documents = count;
      if (isRendered) progress.count(count, total);
    });
    // Whatever goes wrong with it is told when it is waited for.
    indexing.catch(() => {});
    const pages = listAddresses(context).length;
    await renderPages(output.partial, (count) => progress.count(count, pages));
    progress.count(pages, pages);
    await writeFile(join(output.partial, '_redirects'), redirectsFile(context));
    progress.phase('Indexing for search');
    isRendered = true;
    progress.count(documents, total);
    await writeSearchIndex(await indexing, join(output.partial, 'pagefind'));
    progress.phase('Writing data and feeds');
    const edition = await readEdition(settings, files);
    writeOutputs({ context, edition, dates: recordDates(context.history) }, output.partial);
    await output.publish();
    progress.end();
    return { pages, documents, remark: describeHistory(context) };
  } finally {
    await close();
    await output.discard();
  }
}

/** Says in one line what went wrong with a build; content problems come with their whole report. */
export function describeFailure(error: unknown, settings: Settings): string {
  if (error instanceof ContentError) return `${error.message}\n${keptNote(settings)}\n`;
  // What the system refused needs no trace of calls: a full disk, a missing permission.
  const isRefusal = error instanceof Error && 'syscall' in error;
  const text = error instanceof Error && !isRefusal ? (error.stack ?? error.message) : String(error);
  return `${text}\n${keptNote(settings)}\n`;
}

function describeHistory({ history }: ViewContext): string {
  if (history?.reach.kind === 'missing') return `Without the history of the records: ${history.reach.reason}`;
  if (history?.reach.kind === 'shallow')
    return `The history of the records begins on ${history.reach.since}, where this copy of the repository is cut off`;
  return '';
}

function keptNote(settings: Settings): string {
  return `Nothing was written; ${displayRoot(settings.out)} is as it was.`;
}

async function renderPages(out: string, onPage: (count: number) => void): Promise<void> {
  // NODE_ENV decides on whether Vite and Astro bundle for production.
  process.env['NODE_ENV'] ??= 'production';
  await astroBuild({ outDir: out, logLevel: 'warn', mode: 'production', integrations: [countPages(onPage)] });
}
