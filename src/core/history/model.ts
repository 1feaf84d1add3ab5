/** What happened to a record's file in one commit. */
export type RevisionKind = 'added' | 'changed' | 'removed';

/** One change of a record, as it was published. */
export interface Revision {
  /** The full id of the commit. */
  readonly commit: string;
  /** The day of the commit, in UTC. */
  readonly day: string;
  readonly kind: RevisionKind;
  /** What changed, in plain words; `undefined` where it was too long ago to be told. */
  readonly sentences: readonly string[] | undefined;
}

/** What is known of one record's past. */
export interface RecordHistory {
  /** Newest first. */
  readonly revisions: readonly Revision[];
  /** The id of the record's file in git: a digest of its content; `undefined` once the file is gone. */
  readonly version: string | undefined;
  /** Whether the newest revision made the file what it is; no while an edit is not committed. */
  readonly isCommitted: boolean;
}

/** How far back a build could look: to the beginning, to where a shallow copy is cut off, or not at all. */
export type HistoryReach =
  | { readonly kind: 'whole' }
  | { readonly kind: 'shallow'; readonly since: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** The past of all records, by `folder/id`. */
export interface History {
  readonly reach: HistoryReach;
  readonly records: ReadonlyMap<string, RecordHistory>;
  /** What happened on each day, newest day first. */
  readonly days: ReadonlyMap<string, readonly DatedRevision[]>;
  /** Returns the digest of a text, in hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** A change with the record that it is of, `folder/id`. */
export interface DatedRevision {
  readonly key: string;
  readonly revision: Revision;
}

/** A record's text split into data and prose, of any age; `data` follows the schema of its day. */
export interface RecordText {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Returns the words that a reader knows a record by. */
export type NameOf = (folder: 'entries' | 'actors' | 'places' | 'sources', id: string) => string;
