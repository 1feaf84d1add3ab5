import { resolve } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { buildChronicle, type RecordReader } from '../core/chronicle.ts';
import { type Read, recordReads } from '../core/reads.ts';
import { formatReport, isError } from '../core/report.ts';
import type { ContentFile } from '../core/text-file.ts';
import { createUrls } from '../core/urls.ts';
import type { ViewContext } from '../core/views/context.ts';
import { nameOf } from '../core/history/name-of.ts';
import { readHistory } from './history.ts';
import { readContent } from './read-content.ts';
import { displayRoot, readSettings, type Settings } from './settings.ts';

/** An error with the place that Astro's error page shows. */
export class ContentError extends Error {
  readonly hint: string;
  readonly loc: { file: string; line: number; column: number };

  constructor(messages: readonly VFileMessage[], settings: Settings) {
    const root = displayRoot(settings.content);
    super(`The content has problems.\n\n${formatReport(messages, 'text', root)}`);
    this.name = 'ContentError';
    const first = messages.find(isError);
    this.hint = 'Mend the lines above; the page reloads by itself.';
    this.loc = {
      file: resolve(settings.content, first?.file ?? ''),
      line: first?.line ?? 1,
      column: first?.column ?? 1,
    };
  }
}

/** Returns the report of an error that is one of the content; throws any other again. */
export function describeProblems(error: unknown): string {
  if (error instanceof ContentError) return error.message;
  throw error;
}

let loading: Promise<ViewContext> | undefined;

/** Returns the chronicle with its addresses; the content is read once. Fails with the full report of its problems. */
export function loadContext(): Promise<ViewContext> {
  // Drafts are shown to authors only.
  loading ??= readWithHistory(readSettings(), process.env['NODE_ENV'] === 'development').catch((error: unknown) => {
    // Authors mend a problem and reload; the next call reads again.
    loading = undefined;
    throw error;
  });
  return loading;
}

let lastReads: ReadonlySet<Read> | undefined;

/** Returns a page's view, made of the chronicle alone; what it reads is the page's `takeReads`. */
export async function loadView<T>(view: (context: ViewContext) => T): Promise<T> {
  const context = await loadContext();
  const { value, reads } = recordReads(() => view(context));
  lastReads = reads;
  return value;
}

/** Returns what the last page read, once; `undefined` for a page that is not made by `loadView`. */
export function takeReads(): ReadonlySet<Read> | undefined {
  const reads = lastReads;
  lastReads = undefined;
  return reads;
}

/** Gives the pages that this process builds a chronicle that was read already. */
export function shareContext(context: ViewContext): void {
  loading = Promise.resolve(context);
}

/** Reads and builds the chronicle of some settings. */
export async function readChronicle(settings: Settings, drafts: boolean): Promise<ViewContext> {
  return buildContext(await readContent(settings.content), settings, drafts);
}

/** Reads and builds the chronicle with the past of its records. */
export async function readWithHistory(settings: Settings, drafts: boolean): Promise<ViewContext> {
  return buildWithHistory(await readContent(settings.content), settings, drafts);
}

/** Builds the chronicle with the past of its records from files that were read already. */
export async function buildWithHistory(
  files: readonly ContentFile[],
  settings: Settings,
  drafts: boolean,
  read?: RecordReader,
): Promise<ViewContext> {
  const context = buildContext(files, settings, drafts, read);
  return { ...context, history: await readHistory(settings, files, nameOf(context.chronicle)) };
}

/** Builds the chronicle from files that were read already. */
export function buildContext(
  files: readonly ContentFile[],
  settings: Settings,
  drafts: boolean,
  read?: RecordReader,
): ViewContext {
  const { chronicle, messages } = buildChronicle(files, { site: settings.site, drafts, ...(read ? { read } : {}) });
  if (!chronicle) throw new ContentError(messages.filter(isError), settings);
  return { chronicle, urls: createUrls(chronicle, settings.base) };
}
