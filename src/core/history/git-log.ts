import { identify } from '../read-record.ts';

/** One commit: its id, and its day in UTC. */
export interface Commit {
  readonly id: string;
  readonly day: string;
}

/** What one commit did to one record's file; a blob is the id of a file's content in git. */
export interface BlobChange {
  readonly commit: Commit;
  /** The path after the change, or the last one there was. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The format of `git log` that `LogReader` reads; `--raw --no-abbrev --no-renames --relative` give the lines below. */
export const logFormat = '%x01%H %ct %D';

const secondMilliseconds = 1000;

/** Reads the output of one `git log` line by line, newest commit first, into the changes of each record. */
export class LogReader {
  /** By `folder/id`, newest first. */
  readonly changes = new Map<string, BlobChange[]>();
  /** The day where a shallow copy is cut off. What its last commit seems to add was there before. */
  cutOff: string | undefined;
  #commit: Commit | undefined;

  /** Takes in one line. */
  read(line: string): void {
    if (line.startsWith('\u0001')) this.#readCommit(line.slice(1));
    else if (line.startsWith(':') && this.#commit && this.cutOff === undefined) this.#readChange(line, this.#commit);
  }

  #readCommit(line: string): void {
    const [id = '', seconds = '', ...names] = line.split(' ');
    const day = new Date(Number(seconds) * secondMilliseconds).toISOString().slice(0, 10);
    this.#commit = { id, day };
    if (names.some((name) => name.replace(',', '') === 'grafted')) this.cutOff = day;
  }

  #readChange(line: string, commit: Commit): void {
    const [head = '', path = ''] = line.split('\t');
    const identity = identify(path);
    if (!identity) return;
    const [, , before = '', after = ''] = head.split(' ');
    const blob = (id: string) => (/^0+$/.test(id) ? undefined : id);
    const key = `${identity.folder}/${identity.id}`;
    const list = this.changes.get(key) ?? [];
    this.changes.set(key, list);
    const change = { commit, path, before: blob(before), after: blob(after) };
    const last = list.at(-1);
    // A file that moved between folders is taken out and put in by the same commit.
    if (last?.commit === commit) list[list.length - 1] = joinMove(last, change);
    else list.push(change);
  }
}

function joinMove(a: BlobChange, b: BlobChange): BlobChange {
  const path = a.after === undefined ? b.path : a.path;
  return { commit: a.commit, path, before: a.before ?? b.before, after: a.after ?? b.after };
}
