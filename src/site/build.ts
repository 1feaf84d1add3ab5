import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AstroIntegration, build as astroBuild } from 'astro';
import { close } from 'pagefind';
import { recordDates } from '../core/history/record-dates.ts';
import { redirectsFile } from '../core/outputs/redirects.ts';
import { listParts, trackContext } from '../core/track-reads.ts';
import { listAddresses } from '../core/views/addresses.ts';
import type { ViewContext } from '../core/views/context.ts';
import { buildWithHistory, ContentError, shareContext } from './chronicle.ts';
import { digest, digestCode } from './code-digest.ts';
import { readEdition } from './edition.ts';
import { FileList, LastOutput } from './last-output.ts';
import { openOutput } from './output-folder.ts';
import { writeOutputs } from './outputs.ts';
import type { Progress } from './progress.ts';
import { readContent } from './read-content.ts';
import { readCached } from './record-cache.ts';
import { displayRoot, type Settings } from './settings.ts';
import { buildSearchParts, writeSearchIndex } from './search-index.ts';
import { pageWriter } from './write-pages.ts';

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
  let indexing: Promise<void> = Promise.resolve();
  try {
    progress.phase('Reading and checking content');
    const files = await readContent(settings.content);
    progress.count(files.length, files.length);
    const raw = await buildWithHistory(files, settings, false, await readCached(files, settings.cache));
    const context = trackContext(raw);
    shareContext(context);
    const made = new FileList(output.partial);
    const last = await LastOutput.read(join(settings.cache, 'last-output'), {
      out: settings.out,
      partial: output.partial,
      code: digest(await digestCode('src', 'astro.config.mjs'), settings.base),
      parts: listParts(raw),
    });
    progress.phase('Rendering pages');
    let documents = 0;
    indexing = buildSearchParts(context, settings.cache, (count) => {
      documents = count;
    }).then((parts) => writeSearchIndex(parts, join(output.partial, 'pagefind')));
    // Whatever goes wrong with it is told when it is waited for.
    indexing.catch(() => {});
    const pages = listAddresses(context).length;
    const onPage = (count: number) => progress.count(count, pages);
    await renderPages(output.partial, pageWriter({ context: raw, last, made, folder: output.partial, onPage }));
    progress.count(pages, pages);
    await writeFile(join(output.partial, '_redirects'), redirectsFile(context));
    progress.phase('Writing data and feeds');
    const edition = await readEdition(settings, files);
    writeOutputs({ context, edition, dates: recordDates(context.history) }, { folder: output.partial, last, made });
    progress.phase('Indexing for search');
    await indexing;
    progress.count(documents, documents);
    await last.write(join(settings.cache, 'last-output'), made);
    await output.publish();
    progress.end();
    return { pages, documents, remark: describeHistory(context) };
  } finally {
    await close();
    // Nothing is removed while it is written.
    await indexing.catch(() => {});
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

async function renderPages(out: string, writer: AstroIntegration): Promise<void> {
  // NODE_ENV decides on whether Vite and Astro bundle for production.
  process.env['NODE_ENV'] ??= 'production';
  await astroBuild({ outDir: out, logLevel: 'warn', mode: 'production', integrations: [writer] });
}
