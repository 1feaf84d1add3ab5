import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ViewContext } from '../core/views/context.ts';
import type { FileList } from './last-output.ts';
import { createQueue, makePageFolders, type PageApp, type PageTask, writePages } from './page-share.ts';
import { startPageThreads } from './page-threads.ts';

/** What pages are made from, and where they are written. */
export interface PageOptions {
  readonly context: ViewContext;
  /** Where Astro bundles their code, with its other files. */
  readonly bundle: string;
  readonly folder: string;
  /** Is told of those that were made. */
  readonly made: FileList;
  /** Picks those to be made out of all. */
  readonly pick: (tasks: readonly PageTask[]) => readonly PageTask[];
  /** Is told how many pages are there. */
  readonly onPage: (count: number) => void;
}

/**
 * Makes the pages on all cores. Astro's own way, one after the other, is left to the few paths that are no page in a folder of
 * its own.
 */
export function pageWriter(options: PageOptions): AstroIntegration {
  const styles = new Map<string, { readonly styles: readonly unknown[] }>();
  return {
    name: 'page-writer',
    hooks: {
      'astro:build:setup': ({ pages }) => {
        for (const [key, page] of pages) styles.set(key, page);
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((standard) => ({
          ...standard,
          getStaticPaths: async () => {
            const paths = await standard.getStaticPaths();
            await makePages(standard, paths.filter(isPage), styles, options);
            return paths.filter((path) => !isPage(path));
          },
        })),
    },
  };
}

function isPage({ pathname, route }: PathWithRoute): boolean {
  return route.type === 'page' && pathname !== '/404';
}

async function makePages(
  standard: AstroPrerenderer & { app?: PageApp },
  paths: readonly PathWithRoute[],
  styles: ReadonlyMap<string, { readonly styles: readonly unknown[] }>,
  { context, bundle, folder, made, pick, onPage }: PageOptions,
): Promise<void> {
  if (!standard.app) throw new Error('Astro has no application for its pages');
  const tasks = paths.map(({ pathname, route, cacheKey = '' }) => ({
    pathname,
    component: route.component,
    key: cacheKey,
  }));
  refuseDuplicates(tasks);
  const queue = createQueue(pick(tasks));
  const others = tasks.length - queue.tasks.length;
  makePageFolders(queue, folder);
  const threads = await startPageThreads({
    context,
    styles: new Map([...styles].map(([key, page]) => [key, page.styles])),
    queue,
    bundle,
    folder,
  });
  // All of them are waited for, so that none writes any more after a failure.
  const shares = await Promise.allSettled([
    writePages(standard.app, queue, folder, async () => {
      onPage(others + Atomics.load(queue.counts, 1));
      // The search index is made meanwhile; the pipe to it takes a few documents at each turn.
      await nextTurn();
    }),
    ...threads,
  ]);
  for (const share of shares) {
    if (share.status === 'rejected') throw share.reason;
    made.addAll(share.value);
  }
}

function refuseDuplicates(tasks: readonly PageTask[]): void {
  const components = new Map<string, string>();
  for (const { pathname, component } of tasks) {
    const other = components.get(pathname);
    if (other !== undefined) throw new Error(`Two pages at ${pathname}: of ${other} and of ${component}`);
    components.set(pathname, component);
  }
}
