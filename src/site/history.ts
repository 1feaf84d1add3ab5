import { createHash } from 'node:crypto';
import { describeChange } from '../core/history/describe-change.ts';
import type { BlobChange, LogReader } from '../core/history/git-log.ts';
import { buildHistory } from '../core/history/build-history.ts';
import type { History, HistoryReach, NameOf } from '../core/history/model.ts';
import { readBoth } from '../core/history/record-text.ts';
import { identify } from '../core/read-record.ts';
import type { ContentFile } from '../core/text-file.ts';
import { GitError, readBlobs, readLog } from './git.ts';
import type { Settings } from './settings.ts';

/** How many changes of a record are told in words, the newest ones. */
const toldLimit = 10;

/**
 * Reads the past of all records from the repository that the content folder is in: one `git log` for all, and one
 * `git cat-file` for the versions that are told in words. Without a repository the versions are known all the same.
 */
export async function readHistory(
  { content, history: isWanted }: Pick<Settings, 'content' | 'history'>,
  files: readonly ContentFile[],
  nameOf: NameOf,
): Promise<History> {
  const missing = (reason: string): History =>
    buildHistory({
      reach: { kind: 'missing', reason },
      versions: hashFiles(files),
      changes: new Map(),
      sentences: new Map(),
      digest: digestText,
    });
  if (!isWanted) return missing('it is switched off');
  try {
    const log = await readLog(content);
    const sentences = await tellChanges(content, log, nameOf);
    const reach: HistoryReach = log.cutOff === undefined ? { kind: 'whole' } : { kind: 'shallow', since: log.cutOff };
    return buildHistory({
      reach,
      versions: hashFiles(files, log),
      changes: log.changes,
      sentences,
      digest: digestText,
    });
  } catch (error) {
    if (error instanceof GitError) return missing(error.message);
    throw error;
  }
}

/** Returns the SHA-256 of a text, as a `History` has it. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

// Repositories name files by SHA-1, newer ones by SHA-256; `git hash-object FILE` gives the same.
function hashFiles(files: readonly ContentFile[], log?: LogReader): Map<string, string> {
  const sample = log?.changes.values().next().value?.[0];
  const algorithm = (sample?.after ?? sample?.before)?.length === 64 ? 'sha256' : 'sha1';
  return new Map(
    files.flatMap(({ path, bytes }) => {
      const identity = identify(path);
      if (!identity) return [];
      const hash = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      return [[`${identity.folder}/${identity.id}`, hash] as const];
    }),
  );
}

// Each change needs the version before and after it; those of one record follow each other, so most are read once.
async function tellChanges(folder: string, log: LogReader, nameOf: NameOf) {
  const told = [...log.changes.values()].flatMap((list) =>
    list.filter((change) => change.before !== undefined && change.after !== undefined).slice(0, toldLimit),
  );
  const wanted = told.flatMap((change) => [change.after, change.before]).filter((id) => id !== undefined);
  const order = wanted.filter((id, index) => id !== wanted[index - 1]);
  const sentences = new Map<BlobChange, readonly string[]>();
  if (order.length === 0) return sentences;
  const blobs = readBlobs(folder, order);
  let last = { id: '', text: '' };
  const take = async (id: string) => {
    if (last.id !== id) last = { id, text: (await blobs.next()).value?.toString('utf8') ?? '' };
    return last.text;
  };
  for (const change of told) {
    const after = await take(change.after as string);
    const before = await take(change.before as string);
    const both = readBoth(change.path, before, after);
    sentences.set(change, both ? describeChange(...both, nameOf) : ['Rewritten.']);
  }
  // The process ends only after its last line is read.
  await blobs.next();
  return sentences;
}
