import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ContentFile } from '../core/text-file.ts';
import type { RecordReader } from '../core/chronicle.ts';
import { packRecord, readPackedRecords } from './packed-record.ts';
import type { RecordTask } from './record-worker.ts';

/** With fewer files than this, a thread takes longer to start than to read them. */
const filesPerThread = 250;
const chunkSize = 50;
// What is parsed lives for one file, so that it is best thrown away young.
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Reads records for a careful reading, on as many threads as the machine has cores; returns the reader that gives them. */
export async function readReviewed(files: readonly ContentFile[]): Promise<RecordReader> {
  const packed = await packOnThreads(files, true);
  return readPackedRecords(pairUp(files, packed));
}

/** Returns what was packed of files by their paths. */
export function pairUp(
  files: readonly ContentFile[],
  packed: readonly (string | undefined)[],
): Map<string, string | Buffer> {
  return new Map(
    files.flatMap((file, index) => {
      const json = packed[index];
      return json === undefined ? [] : [[file.path, json] as const];
    }),
  );
}

/**
 * Reads the records of files on as many threads as the machine has cores, and returns each as JSON, in their order, as
 * `packRecord` does.
 */
export async function packOnThreads(
  files: readonly ContentFile[],
  isReviewed = false,
): Promise<(string | undefined)[]> {
  const count = Math.min(availableParallelism(), Math.floor(files.length / filesPerThread));
  if (count < 2) return files.map((file) => packRecord(file, isReviewed));
  const packed: (string | undefined)[] = [];
  let next = 0;
  const work = (): readonly [start: number, chunk: readonly ContentFile[]] => {
    const start = next;
    next += chunkSize;
    return [start, files.slice(start, next)];
  };
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL('./record-worker.ts', import.meta.url), { resourceLimits });
      try {
        for (let [start, chunk] = work(); chunk.length > 0; [start, chunk] = work()) {
          const results = await ask(worker, { files: chunk, isReviewed });
          for (const [index, result] of results.entries()) packed[start + index] = result;
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return packed;
}

function ask(worker: Worker, task: RecordTask): Promise<readonly (string | undefined)[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (results: readonly (string | undefined)[]) => {
      worker.off('error', reject);
      resolve(results);
    });
    worker.postMessage(task);
  });
}
