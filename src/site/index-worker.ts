import { workerData } from 'node:worker_threads';
import { mergeIndexes } from './merge-index.ts';
import { sortIndex } from './sort-index.ts';

/** What the thread of `writeSearchIndex` needs: the folders of the parts, and where the whole is written. */
export interface IndexWork {
  readonly parts: readonly string[];
  readonly folder: string;
}

const { parts, folder } = workerData as IndexWork;
await mergeIndexes(parts, folder);
await sortIndex(folder);
