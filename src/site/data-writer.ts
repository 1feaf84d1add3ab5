import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFiles } from '../core/outputs/data/data-files.ts';
import { dataPackage, type Edition, editionName, type Fingerprint } from '../core/outputs/data/data-package.ts';
import { sqlIndexes, sqlTables } from '../core/outputs/data/sql.ts';
import { tables } from '../core/outputs/data/tables.ts';
import type { ViewContext } from '../core/views/context.ts';
import { zipChunks } from './zip.ts';

const packageName = 'datapackage.json';
const sumsName = 'SHA256SUMS';
const databaseName = 'chronicle.sqlite';
const archiveName = 'chronicle.zip';
const pieceSize = 1 << 20;

/**
 * Writes the open data into the site's folder: the tables one row after the other, then what is made from them. The same
 * content gives the same bytes: no clock and no order of files has a part in it.
 */
export function writeDataFiles(context: ViewContext, edition: Edition, out: string): void {
  const folder = join(out, 'data');
  mkdirSync(folder, { recursive: true });
  const files = dataFiles(context);
  const fingerprints = new Map<string, Fingerprint>();
  const write = (path: string, chunks: Iterable<string | Uint8Array>) => {
    const fingerprint = writeChunks(join(out, path), chunks);
    fingerprints.set(path, fingerprint);
  };
  for (const file of files) write(file.path, file.chunks());
  const description = dataPackage(context, edition, files, fingerprints);
  write(`data/${packageName}`, [`${JSON.stringify(description, undefined, 2)}\n`]);
  // The archive holds the sums of what is in it; those beside it have the archive's own too.
  write(`data/${sumsName}`, [formatSums(fingerprints)]);
  const names = [...files.map((file) => fileName(file.path)), packageName, sumsName];
  const members = names.map((name) => ({ name, pieces: readPieces(join(folder, name)) }));
  write(`data/${archiveName}`, zipChunks(members));
  writeDatabase(context, edition, join(folder, databaseName));
  fingerprints.set(`data/${databaseName}`, readFingerprint(join(folder, databaseName)));
  fingerprints.delete(`data/${sumsName}`);
  write(`data/${sumsName}`, [formatSums(fingerprints)]);
}

/** Writes a file piece by piece and returns its length and digest. */
export function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): Fingerprint {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const chunk of chunks) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(data);
      bytes += data.length;
      writeSync(file, data);
    }
  } finally {
    closeSync(file);
  }
  return { bytes, hash: hash.digest('hex') };
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

function readFingerprint(path: string): Fingerprint {
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  for (const piece of readPieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, hash: hash.digest('hex') };
}

// Each piece is read over the one before.
function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const piece = new Uint8Array(pieceSize);
  try {
    for (;;) {
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
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
