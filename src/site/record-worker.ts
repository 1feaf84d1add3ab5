import { parentPort } from 'node:worker_threads';
import type { ContentFile } from '../core/text-file.ts';
import { packRecord } from './packed-record.ts';

// One thread of `readOnThreads`: takes files, returns what was read of each.
const port = parentPort;
port?.on('message', (files: readonly ContentFile[]) => {
  port.postMessage(files.map((file) => packRecord(file)));
});
