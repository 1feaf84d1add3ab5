import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ViewContext } from '../core/views/context.ts';
import type { MadeFiles } from './last-output.ts';
import type { PageWork } from './page-worker.ts';
import { runThread } from './run-thread.ts';

/** With fewer pages than this for each, a thread takes longer to start than to make them. */
const pagesPerThread = 500;
// What a page is made of lives as long as the page.
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** What threads make pages of, and where. */
export interface ThreadOptions extends Pick<PageWork, 'styles' | 'queue' | 'folder'> {
  readonly context: ViewContext;
  /** Where Astro bundled the code of the pages. */
  readonly bundle: string;
}

/**
 * Starts as many threads as there are cores beside this one's to make pages of a queue. Returns what each will have made; a
 * failure of one is a rejection.
 */
export async function startPageThreads({
  context: { chronicle, history, urls },
  styles,
  queue,
  bundle,
  folder,
}: ThreadOptions): Promise<Promise<MadeFiles>[]> {
  const count = Math.min(availableParallelism() - 1, Math.floor(queue.tasks.length / pagesPerThread) - 1);
  if (count < 1) return [];
  const { digest: _, ...past } = history ?? { digest: undefined };
  const work: PageWork = {
    entry: await findEntry(bundle),
    styles,
    chronicle,
    history: history ? (past as PageWork['history']) : undefined,
    base: urls.base,
    queue,
    folder,
  };
  return Array.from({ length: count }, () => run(work));
}

async function run(workerData: PageWork): Promise<MadeFiles> {
  const made = await runThread<MadeFiles>(new URL('./page-worker.ts', import.meta.url), { workerData, resourceLimits });
  if (!made) throw new Error('A thread ended without having made its pages');
  return made;
}

// Astro tells nobody where it put the bundle of the pages.
async function findEntry(output: string): Promise<string> {
  const bundle = join(output, '.prerender');
  const names = (await readdir(bundle)).filter((name) => /^prerender-entry\..+\.mjs$/.test(name));
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`Not one entry in ${bundle}: ${names.join(', ')}`);
  return pathToFileURL(join(bundle, name)).href;
}
