import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DataFile, dataFiles } from '../core/outputs/data/data-files.ts';
import { dataPackage, type Edition, editionName, type Fingerprint } from '../core/outputs/data/data-package.ts';
import { sqlIndexes, sqlTables } from '../core/outputs/data/sql.ts';
import { tables } from '../core/outputs/data/tables.ts';
import { recordReads } from '../core/reads.ts';
import type { ViewContext } from '../core/views/context.ts';
import type { ArchiveWork } from './archive-worker.ts';
import { readFingerprint, writeChunks } from './hashed-file.ts';
import type { FileList, LastOutput } from './last-output.ts';
import { runThread } from './run-thread.ts';

const packageName = 'datapackage.json';
const sumsName = 'SHA256SUMS';
const databaseName = 'chronicle.sqlite';
const archiveName = 'chronicle.zip';

/** What the last build has of the files, and what this one made. */
export interface KeptOutput {
  readonly last: LastOutput;
  readonly made: FileList;
}

/**
 * Writes the open data into the site's folder: the tables one row after the other, then what is made from them. The same
 * content gives the same bytes: no clock and no order of files has a part in it. Files of the last output are taken over
 * where they would be made again as they are.
 */
export async function writeDataFiles(
  context: ViewContext,
  edition: Edition,
  out: string,
  kept?: KeptOutput,
): Promise<void> {
  const folder = join(out, 'data');
  mkdirSync(folder, { recursive: true });
  const files = dataFiles(context);
  const fingerprints = new Map<string, Fingerprint>();
  const write = (path: string, chunks: Iterable<string | Uint8Array>) => {
    const fingerprint = writeChunks(join(out, path), chunks);
    fingerprints.set(path, fingerprint);
  };
  for (const file of files) fingerprints.set(file.path, writeOrKeep(file, out, kept));
  const description = dataPackage(context, edition, files, fingerprints);
  write(`data/${packageName}`, [`${JSON.stringify(description, undefined, 2)}\n`]);
  // The archive holds the sums of what is in it; those beside it have the archive's own too.
  write(`data/${sumsName}`, [formatSums(fingerprints)]);
  const names = [...files.map((file) => fileName(file.path)), packageName, sumsName];
  const archive = writeArchive({ folder, archive: archiveName, names });
  try {
    writeDatabase(context, edition, join(folder, databaseName));
  } finally {
    // Nothing writes any more after a failure.
    fingerprints.set(`data/${archiveName}`, await archive);
  }
  fingerprints.set(`data/${databaseName}`, readFingerprint(join(folder, databaseName)));
  fingerprints.delete(`data/${sumsName}`);
  write(`data/${sumsName}`, [formatSums(fingerprints)]);
}

function writeOrKeep({ path, key, chunks }: DataFile, out: string, kept: KeptOutput | undefined): Fingerprint {
  const target = join(out, path);
  if (kept?.last.keep(path, key)) return readFingerprint(target);
  const { value, reads } = recordReads(() => writeChunks(target, chunks()));
  kept?.made.add(path, key, reads);
  return value;
}

async function writeArchive(workerData: ArchiveWork): Promise<Fingerprint> {
  const fingerprint = await runThread<Fingerprint>(new URL('./archive-worker.ts', import.meta.url), { workerData });
  if (!fingerprint) throw new Error('A thread ended without having written the archive');
  return fingerprint;
}

function formatSums(fingerprints: ReadonlyMap<string, Fingerprint>): string {
  return [...fingerprints]
    .map(([path, { hash }]) => `${hash}  ${fileName(path)}\n`)
    .sort((a, b) => (a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1))
    .join('');
}

function fileName(path: string): string {
  return path.replace(/^data\//, '');
}

function writeDatabase(context: ViewContext, edition: Edition, path: string): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    database.exec('PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    database.exec('CREATE TABLE "about" (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
    const about = database.prepare('INSERT INTO "about" VALUES (?, ?)');
    const { config } = context.chronicle;
    about.run('title', config.title);
    about.run('version', editionName(edition));
    about.run('licence', config.licence.url);
    about.run('homepage', context.urls.absolute(context.urls.data()));
    for (const table of tables) {
      for (const part of sqlTables(table)) {
        database.exec(part.create);
        const insert = database.prepare(part.insert);
        for (const row of part.rows(context)) insert.run(...row);
      }
    }
    for (const table of tables) for (const index of sqlIndexes(table)) database.exec(index);
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`Rows refer to what is not there: ${JSON.stringify(broken.slice(0, 5))}`);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
