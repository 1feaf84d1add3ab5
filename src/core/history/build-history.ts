import { compareText } from '../messages.ts';
import type { BlobChange } from './git-log.ts';
import type { DatedRevision, History, HistoryReach, RecordHistory, Revision } from './model.ts';

/** What a history is made from. */
export interface HistoryParts {
  readonly reach: HistoryReach;
  /** The id that git gives to each record's file as it was read, by `folder/id`. */
  readonly versions: ReadonlyMap<string, string>;
  /** The changes of each record, newest first. */
  readonly changes: ReadonlyMap<string, readonly BlobChange[]>;
  /** What changed, in words, where that was told. */
  readonly sentences: ReadonlyMap<BlobChange, readonly string[]>;
  readonly digest: History['digest'];
}

/** Returns the past of all records, and what happened on each day. */
export function buildHistory({ reach, versions, changes, sentences, digest }: HistoryParts): History {
  const records = new Map<string, RecordHistory>();
  const days = new Map<string, DatedRevision[]>();
  for (const key of [...new Set([...versions.keys(), ...changes.keys()])].sort(compareText)) {
    const list = changes.get(key) ?? [];
    const version = versions.get(key);
    const revisions = list.map((change) => toRevision(change, sentences.get(change)));
    records.set(key, { version, revisions, isCommitted: version !== undefined && version === list[0]?.after });
    for (const revision of revisions) {
      const day = days.get(revision.day) ?? [];
      day.push({ key, revision });
      days.set(revision.day, day);
    }
  }
  const newestFirst = [...days].sort(([a], [b]) => compareText(b, a));
  return { reach, records, days: new Map(newestFirst), digest };
}

function toRevision(change: BlobChange, sentences: readonly string[] | undefined): Revision {
  const kind = change.before === undefined ? 'added' : change.after === undefined ? 'removed' : 'changed';
  const { id, day } = change.commit;
  return { commit: id, day, kind, sentences: kind === 'changed' ? sentences : [] };
}
