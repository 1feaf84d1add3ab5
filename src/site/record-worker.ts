import { parentPort } from 'node:worker_threads';
import type { ContentFile } from '../core/text-file.ts';
import { packRecord } from './packed-record.ts';

/** What a thread is asked to read. */
export interface RecordTask {
  readonly files: readonly ContentFile[];
  readonly isReviewed: boolean;
}

// One thread of `packOnThreads`: takes files, returns what was read of each.
const port = parentPort;
port?.on('message', ({ files, isReviewed }: RecordTask) => {
  port.postMessage(files.map((file) => packRecord(file, isReviewed)));
});
