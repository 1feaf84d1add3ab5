import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeReads } from './chronicle.ts';
import { Folders } from './folders.ts';
import { FileList } from './last-output.ts';

/** A page to be made. */
export interface PageTask {
  /** Its path from the base path on, without a slash at its end. */
  readonly pathname: string;
  /** The module of its route. */
  readonly component: string;
  /** What its path was listed with, beside what its address says. */
  readonly key: string;
}

interface Route {
  readonly component: string;
}

/** The part of Astro's application for pages that is used here. */
export interface PageApp<R extends Route = Route> {
  readonly manifest: { readonly base: string; readonly routes: readonly { readonly routeData: R }[] };
  render(request: Request, options: { routeData: R }): Promise<Response>;
}

/** Pages to be made by several threads, each of which takes the next ones. */
export interface PageQueue {
  readonly tasks: readonly PageTask[];
  /** How many were taken, and how many are made. */
  readonly counts: Int32Array<SharedArrayBuffer>;
}

/** How many pages a thread takes at once. */
const chunkSize = 16;
/** Pages are rendered in memory of this process only; the name of a host is in none. */
const origin = 'http://localhost';

/** Returns a queue of pages. */
export function createQueue(tasks: readonly PageTask[]): PageQueue {
  return { tasks, counts: new Int32Array(new SharedArrayBuffer(8)) };
}

/** Returns where a page is written, from the output folder. */
export function pageFile({ pathname }: PageTask): string {
  return join(pathname, 'index.html').replace(/^\//, '');
}

/** Makes the folders of pages. Threads that make folders in the same one at the same time keep each other waiting. */
export function makePageFolders({ tasks }: PageQueue, folder: string): void {
  const folders = new Folders();
  for (const task of tasks) folders.makeFor(join(folder, pageFile(task)));
}

/**
 * Makes pages of a queue one after the other until none is left, and writes them into their folders. Returns them with what they
 * read; those that read anything but the chronicle are left out. After a failure no thread takes any more.
 */
export async function writePages(
  app: PageApp,
  { tasks, counts }: PageQueue,
  folder: string,
  afterPage: () => Promise<void> | void = () => {},
): Promise<FileList> {
  const files = new FileList(folder);
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  const take = () => {
    const start = Atomics.add(counts, 0, chunkSize);
    return tasks.slice(start, start + chunkSize);
  };
  try {
    for (let chunk = take(); chunk.length > 0; chunk = take()) {
      for (const task of chunk) {
        const html = await renderPage(app, routes.get(task.component), task);
        const path = pageFile(task);
        // A page of an older output there would be another name of one that is served.
        writeFileSync(join(folder, path), html, { flag: 'wx' });
        const reads = takeReads();
        if (reads) files.add(path, task.key, reads);
        Atomics.add(counts, 1, 1);
        await afterPage();
      }
    }
  } catch (error) {
    Atomics.store(counts, 0, tasks.length);
    throw error;
  }
  return files;
}

async function renderPage<R extends Route>(app: PageApp<R>, routeData: R | undefined, task: PageTask): Promise<Buffer> {
  try {
    if (!routeData) throw new Error(`No route has the module ${task.component}`);
    const url = new URL(encodeURI(`${app.manifest.base}${task.pathname}/`.replaceAll(/\/+/g, '/')), origin);
    const response = await app.render(new Request(url), { routeData });
    if (response.status !== 200) throw new Error(`It answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`The page ${task.pathname} could not be made`, { cause: error });
  }
}
