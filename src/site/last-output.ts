import { statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isValue, type PackedRead, ReadTable, renumber } from '../core/read-table.ts';
import type { Read } from '../core/reads.ts';
import type { Parts } from '../core/track-reads.ts';
import { Folders } from './folders.ts';
import { readLines, replaceLines } from './line-file.ts';
import { linkOrCopy } from './link-file.ts';
import { ReadDigests } from './read-digests.ts';
import { StandingFiles } from './standing-files.ts';

/** A file of an output: its path there, what it was made from beside its reads, its version on disk, its reads by number. */
export type MadeFile = readonly [path: string, key: string, version: string, reads: readonly number[]];

/** Files with what they were made from. */
export interface MadeFiles {
  readonly reads: readonly PackedRead[];
  readonly files: readonly MadeFile[];
}

/** Collects files as they are made. */
export class FileList implements MadeFiles {
  readonly files: MadeFile[] = [];
  readonly #folder: string;
  readonly #table = new ReadTable();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get reads(): readonly PackedRead[] {
    return this.#table.packed;
  }

  /** Adds a file that was written. */
  add(path: string, key: string, reads: Iterable<Read>): void {
    this.files.push([path, key, readVersion(join(this.#folder, path)) ?? '', this.#table.addAll(reads)]);
  }

  /** Adds files that were collected elsewhere. */
  addAll({ reads, files }: MadeFiles): void {
    const numbers = this.#table.take(
      reads,
      files.map(([, , , own]) => own),
    );
    for (const [path, key, version, own] of files) this.files.push([path, key, version, renumber(own, numbers)]);
  }
}

/** Where an output was, where the next is written, and what it is made from. */
export interface OutputSource {
  readonly out: string;
  readonly partial: string;
  /** A digest of the code and of whatever else all files are made from. */
  readonly code: string;
  readonly parts: Parts;
}

/**
 * What the last build wrote: a file is taken over into the next output if the code is the same, if all that was read for it
 * is, and if nobody has changed it on disk.
 */
export class LastOutput {
  readonly #source: OutputSource;
  readonly #digests: ReadDigests;
  readonly #files = new Map<string, MadeFile>();
  readonly #reads: PackedRead[] = [];
  readonly #isChanged: boolean[] = [];
  readonly #kept: MadeFile[] = [];
  readonly #folders = new Folders();
  readonly #standing: StandingFiles;

  private constructor(source: OutputSource) {
    this.#source = source;
    this.#digests = new ReadDigests(source.parts);
    this.#standing = new StandingFiles(source.partial);
  }

  /** Reads what the last build noted in a file; nothing is taken over where there is none. */
  static async read(path: string, source: OutputSource): Promise<LastOutput> {
    const last = new LastOutput(source);
    const lines = await readLines(path);
    const [code, ...rest] = lines.map((line) => JSON.parse(line.toString()) as unknown);
    if (code === source.code) last.#fill(rest as readonly Line[]);
    return last;
  }

  /**
   * Moves the folders of an output before the last into the next one, with those of their files that are the last one's too:
   * to give each file a second name, in a folder that is made for it, takes far longer.
   */
  adopt(older: string): void {
    const paths = [...this.#files.keys()].filter((path) => path.includes('/'));
    // Other code has written each file anew.
    const isOfSameCode = paths
      .slice(0, 1000)
      .some((path) => this.#files.get(path)?.[2] === readVersion(join(older, path)));
    if (!isOfSameCode) return;
    const { partial } = this.#source;
    this.#standing.adopt(
      older,
      new Set(paths.map((path) => path.slice(0, path.indexOf('/')))),
      (path) => this.#files.get(path)?.[2] === readVersion(join(partial, path)),
    );
  }

  /** Takes a file over, if it is what would be made again; tells whether it did. */
  keep(path: string, key: string): boolean {
    const file = this.#files.get(path);
    const stands = this.#standing.claim(path);
    if (!file || file[1] !== key || file[3].some((read) => this.#isChanged[read])) {
      if (stands) unlinkSync(join(this.#source.partial, path));
      return false;
    }
    if (stands) {
      this.#kept.push(file);
      return true;
    }
    const from = join(this.#source.out, path);
    const to = join(this.#source.partial, path);
    const version = takeOver(from, to, this.#folders);
    if (version === undefined) return false;
    // A second name is of the same version; a copy is of what stands there still, for no version comes back.
    if (version !== file[2] && readVersion(from) !== file[2]) {
      // Somebody has changed it, or another build has put its own there. Nothing may be written into that through this name.
      unlinkSync(to);
      return false;
    }
    this.#kept.push([path, key, version, file[3]]);
    return true;
  }

  /** Notes what was taken over and what was made in a file, for the next build; what was adopted and not taken over is removed. */
  async write(path: string, made: MadeFiles): Promise<void> {
    this.#standing.removeRest();
    const all = new FileList(this.#source.partial);
    all.addAll({ reads: this.#reads, files: this.#kept });
    all.addAll(made);
    await replaceLines(path, this.#lines(all));
  }

  #fill(lines: readonly Line[]): void {
    for (const line of lines) {
      if (line[0] === 'file') this.#files.set(line[1][0], line[1]);
      else if (line[0] === 'value') {
        const [, value, digest] = line;
        this.#reads.push(value);
        this.#isChanged.push(this.#digests.of(...value) !== digest);
      } else {
        this.#reads.push(line[1]);
        this.#isChanged.push(line[1].some((read) => this.#isChanged[read]));
      }
    }
  }

  *#lines({ reads, files }: MadeFiles): Generator<string> {
    yield JSON.stringify(this.#source.code);
    for (const read of reads)
      yield JSON.stringify(
        (isValue(read) ? ['value', read, this.#digests.of(...read)] : ['group', read]) satisfies Line,
      );
    for (const file of files) yield JSON.stringify(['file', file] satisfies Line);
  }
}

type Line =
  | readonly ['value', readonly [part: string, key?: string], digest: string]
  | readonly ['group', readonly number[]]
  | readonly ['file', MadeFile];

// Changes whenever a file is written again, though the bytes be as many.
function readVersion(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeNs}`;
}

/**
 * Gives a file a second name, which costs nothing; where the folders lie on different disks, it is copied. Returns the
 * version of what is there then, `undefined` where there was no file.
 */
export function takeOver(from: string, to: string, folders: Folders): string | undefined {
  try {
    folders.makeFor(to);
    linkOrCopy(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
  return readVersion(to);
}
