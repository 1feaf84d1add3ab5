import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { close } from 'pagefind';
import { recordDates } from '../core/history/record-dates.ts';
import { redirectsFile } from '../core/outputs/redirects.ts';
import { listParts } from '../core/track-reads.ts';
import { listAddresses } from '../core/views/addresses.ts';
import type { ViewContext } from '../core/views/context.ts';
import { BuildRefusal } from './build-refusal.ts';
import { ContentError } from './chronicle.ts';
import { readEdition } from './edition.ts';
import { FileList, LastOutput } from './last-output.ts';
import { openOutput } from './output-folder.ts';
import { writeOutputs } from './outputs.ts';
import { pageFile } from './page-share.ts';
import { prepareBuild, shareOrigin } from './prepare.ts';
import type { Progress } from './progress.ts';
import { renderPages } from './render-pages.ts';
import { buildSearchParts, partsFolder, writeSearchIndex } from './search-index.ts';
import { displayRoot, type Settings } from './settings.ts';
import { Shares } from './shares.ts';

/** What a build made. */
export interface BuildSummary {
  readonly pages: number;
  readonly documents: number;
  /** What the pages cannot tell of the past; empty where they tell all. */
  readonly remark: string;
}

/**
 * Builds the site, whole or not at all: it is written beside the output folder and takes its place at the end. On any
 * failure the previous output stays as it was. With `isJoined`, the pages and parts of the index are those of all shares
 * that stand beside the output (`buildShare`).
 */
export async function buildSite(settings: Settings, progress: Progress, isJoined = false): Promise<BuildSummary> {
  const output = await openOutput(settings.out, join(settings.cache, 'spare-output'));
  const folder = output.partial;
  let indexing: Promise<void> = Promise.resolve();
  try {
    const input = await prepareBuild(settings, progress);
    const { files, raw, context, code } = input;
    const shares = isJoined ? await Shares.open(settings.out, shareOrigin(input)) : undefined;
    await shares?.restoreParts(partsFolder(settings.cache));
    const made = new FileList(folder);
    const source = { out: settings.out, partial: folder, code, parts: listParts(raw) };
    const last = await LastOutput.read(join(settings.cache, 'last-output'), source);
    progress.phase('Rendering pages');
    let documents = 0;
    const onDocument = (count: number) => {
      documents = count;
    };
    indexing = buildSearchParts(context, settings.cache, { onDocument }).then((parts) =>
      writeSearchIndex(parts, join(output.aside, 'pagefind')),
    );
    // Whatever goes wrong with it is told when it is waited for.
    indexing.catch(() => {});
    const pages = listAddresses(context).length;
    await renderPages({
      context: raw,
      bundle: folder,
      folder,
      made,
      pick: (tasks) => {
        // Not before: Astro empties the folder when it begins.
        const older = shares ? undefined : output.takeOlder();
        if (older !== undefined) last.adopt(older);
        return tasks.filter((task) => {
          const path = pageFile(task);
          return !(shares?.takePage(path, folder) ?? last.keep(path, task.key));
        });
      },
      onPage: (count) => progress.count(count, pages),
    });
    progress.count(pages, pages);
    await writeFile(join(folder, '_redirects'), redirectsFile(context));
    progress.phase('Writing data and feeds');
    const edition = await readEdition(settings, files);
    await writeOutputs({ context, edition, dates: recordDates(context.history) }, { folder, last, made });
    progress.phase('Indexing for search');
    await indexing;
    await rename(join(output.aside, 'pagefind'), join(folder, 'pagefind'));
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
  if (error instanceof ContentError || error instanceof BuildRefusal)
    return `${error.message}\n${keptNote(settings)}\n`;
  // What the system refused needs no trace of calls: a full disk, a missing permission.
  const isRefusal = error instanceof Error && 'syscall' in error;
  const text = isRefusal ? String(error) : inspect(error);
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
