import { existsSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of an older output that stand in the folder of the next one, where they need not be given a name again. */
export class StandingFiles {
  readonly #folder: string;
  readonly #paths = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Moves folders of an older output here, as they are, and removes whatever in them is not wanted: such a file may have another
   * name in the output that is served, and nothing may be written into it through this one.
   */
  adopt(older: string, names: Iterable<string>, isWanted: (path: string) => boolean): void {
    for (const name of names) {
      const from = join(older, name);
      const to = join(this.#folder, name);
      if (!existsSync(from) || existsSync(to)) continue;
      renameSync(from, to);
      this.#sift(name, isWanted);
    }
  }

  /** Tells whether a file stands here, and leaves it to whoever asks. */
  claim(path: string): boolean {
    return this.#paths.delete(path);
  }

  /** Removes the files that nobody claimed, with the folders that have nothing else in them. */
  removeRest(): void {
    for (const path of this.#paths) {
      unlinkSync(join(this.#folder, path));
      for (let folder = dirname(path); folder !== '.' && this.#removeIfEmpty(folder);) folder = dirname(folder);
    }
    this.#paths.clear();
  }

  #sift(folder: string, isWanted: (path: string) => boolean): void {
    for (const item of readdirSync(join(this.#folder, folder), { withFileTypes: true })) {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) this.#sift(path, isWanted);
      else if (item.isFile() && isWanted(path)) this.#paths.add(path);
      else unlinkSync(join(this.#folder, path));
    }
    this.#removeIfEmpty(folder);
  }

  #removeIfEmpty(folder: string): boolean {
    const path = join(this.#folder, folder);
    if (readdirSync(path).length > 0) return false;
    rmdirSync(path);
    return true;
  }
}
