import { parentPort, workerData } from 'node:worker_threads';
import type { History } from '../core/history/model.ts';
import type { Chronicle } from '../core/model.ts';
import { trackContext } from '../core/track-reads.ts';
import { createUrls } from '../core/urls.ts';
import { shareContext } from './chronicle.ts';
import { digestText } from './history.ts';
import type { MadeFiles } from './last-output.ts';
import { type PageApp, type PageQueue, writePages } from './page-share.ts';

/** What a thread needs to make pages. */
export interface PageWork {
  /** The address of the module that Astro bundled the pages into. */
  readonly entry: string;
  /** The styles of the pages of each route, by Astro's key of it. */
  readonly styles: ReadonlyMap<string, readonly unknown[]>;
  readonly chronicle: Chronicle;
  readonly history: Omit<History, 'digest'> | undefined;
  readonly base: string;
  readonly queue: PageQueue;
  readonly folder: string;
}

/** Astro's application as its own prerenderer sets it up (`createDefaultPrerenderer`). */
interface BuildApp extends PageApp {
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
}

interface LogMessage {
  readonly level: string;
  readonly message: string;
}

// One thread of `PageThreads`: makes pages of the queue, returns what was made of what.
const { entry, styles, chronicle, history, base, queue, folder } = workerData as PageWork;
const context = { chronicle, urls: createUrls(chronicle, base) };
shareContext(trackContext(history ? { ...context, history: { ...history, digest: digestText } } : context));
const { app } = (await import(entry)) as { app: BuildApp };
app.setInternals({ pagesByKeys: new Map([...styles].map(([key, list]) => [key, { styles: list }])) });
const write = ({ level, message }: LogMessage) => {
  if (level === 'warn' || level === 'error') process.stderr.write(`${message}\n`);
};
app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
const { reads, files } = await writePages(app, queue, folder);
parentPort?.postMessage({ reads, files } satisfies MadeFiles);
