import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readPieces, writeChunks } from './hashed-file.ts';
import { zipChunks } from './zip.ts';

/** What the thread of `writeArchive` needs: a folder, and the names there of the archive and of what is put into it. */
export interface ArchiveWork {
  readonly folder: string;
  readonly archive: string;
  readonly names: readonly string[];
}

const { folder, archive, names } = workerData as ArchiveWork;
const members = names.map((name) => ({ name, pieces: readPieces(join(folder, name)) }));
parentPort?.postMessage(writeChunks(join(folder, archive), zipChunks(members)));
