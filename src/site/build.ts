import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build as astroBuild } from 'astro';
import { recordDates } from '../core/history/record-dates.ts';
import { redirectsFile } from '../core/outputs/redirects.ts';
import { listAddresses } from '../core/views/addresses.ts';
import type { ViewContext } from '../core/views/context.ts';
import { buildWithHistory, ContentError } from './chronicle.ts';
import { readEdition } from './edition.ts';
import { writeOutputs } from './outputs.ts';
import type { Progress } from './progress.ts';
import { readContent } from './read-content.ts';
import { displayRoot, type Settings } from './settings.ts';
import { writeSearchIndex } from './search-index.ts';

const pollInterval = 400;

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
  progress.phase('Reading and checking content');
  const files = await readContent(settings.content);
  progress.count(files.length, files.length);
  const context = await buildWithHistory(files, settings, false);
  const partial = `${settings.out}.partial-${randomUUID().slice(0, 8)}`;
  const pages = listAddresses(context).length;
  try {
    progress.phase('Rendering pages');
    await withCounter(partial, pages, progress, () => renderPages(partial));
    await writeFile(join(partial, '_redirects'), redirectsFile(context));
    progress.phase('Indexing for search');
    let documents = 0;
    const { chronicle } = context;
    const total = chronicle.entries.size + chronicle.actors.size + chronicle.places.size + chronicle.sources.size;
    await writeSearchIndex(context, join(partial, 'pagefind'), (count) => {
      documents = count;
      progress.count(count, total);
    });
    progress.phase('Writing data and feeds');
    const edition = await readEdition(settings, files);
    writeOutputs({ context, edition, dates: recordDates(context.history) }, partial);
    await swap(partial, settings.out);
    progress.end();
    return { pages, documents, remark: describeHistory(context) };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Says in one line what went wrong with a build; content problems come with their whole report. */
export function describeFailure(error: unknown, settings: Settings): string {
  if (error instanceof ContentError) return `${error.message}\n${keptNote(settings)}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${keptNote(settings)}\n`;
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

async function renderPages(out: string): Promise<void> {
  // NODE_ENV decides on whether Vite and Astro bundle for production.
  process.env['NODE_ENV'] ??= 'production';
  await astroBuild({ outDir: out, logLevel: 'warn', mode: 'production' });
}

// Astro tells nobody how far it is, so the pages written are counted while it works.
async function withCounter(
  folder: string,
  total: number,
  progress: Progress,
  work: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(() => {
    countPages(folder).then(
      (count) => progress.count(count, total),
      () => progress.count(0, total),
    );
  }, pollInterval);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  progress.count(total, total);
}

async function countPages(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
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
