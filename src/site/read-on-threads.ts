import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ContentFile } from '../core/text-file.ts';
import { packRecord } from './packed-record.ts';

/** With fewer files than this, a thread takes longer to start than to read them. */
const filesPerThread = 250;
const chunkSize = 50;

/** Reads the records of files on as many threads as the machine has cores, and returns each as JSON, in their order. */
export async function readOnThreads(files: readonly ContentFile[]): Promise<(string | undefined)[]> {
  const count = Math.min(availableParallelism(), Math.floor(files.length / filesPerThread));
  if (count < 2) return files.map(packRecord);
  const packed: (string | undefined)[] = [];
  let next = 0;
  const work = (): readonly [start: number, chunk: readonly ContentFile[]] => {
    const start = next;
    next += chunkSize;
    return [start, files.slice(start, next)];
  };
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL('./record-worker.ts', import.meta.url));
      try {
        for (let [start, chunk] = work(); chunk.length > 0; [start, chunk] = work()) {
          const results = await ask(worker, chunk);
          for (const [index, result] of results.entries()) packed[start + index] = result;
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return packed;
}

function ask(worker: Worker, files: readonly ContentFile[]): Promise<readonly (string | undefined)[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (results: readonly (string | undefined)[]) => {
      worker.off('error', reject);
      resolve(results);
    });
    worker.postMessage(files);
  });
}
