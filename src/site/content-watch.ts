import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How long after a change further ones are waited for, in milliseconds. */
const settling = 50;
/** How long the folder is left alone between two looks: this long in milliseconds, and this many times what a look took. */
const pause = { least: 300, times: 10 };

/**
 * Tells of every change of a content folder. A file watcher is quick but loses files that are moved or written again
 * within some milliseconds, as by a change of branch; so the folder is also looked through from time to time.
 */
export class ContentWatch {
  readonly #folder: string;
  readonly #onChange: () => void;
  #state: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isNoticed = false;
  #isClosed = false;

  constructor(folder: string, onChange: () => void) {
    this.#folder = folder;
    this.#onChange = onChange;
    void this.#look();
  }

  /** Takes the word of a file watcher that something has changed. */
  notice(): void {
    this.#isNoticed = true;
    this.#wait(settling);
  }

  /** Looks no more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #wait(time: number): void {
    clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.#look(), time).unref();
  }

  async #look(): Promise<void> {
    const isNoticed = this.#isNoticed;
    this.#isNoticed = false;
    const started = performance.now();
    // What changes after this look is found by the next one, so whoever is told may read at any time.
    const state = await readState(this.#folder);
    const isChanged = isNoticed || (this.#state !== undefined && state !== this.#state);
    this.#state = state;
    if (this.#isClosed) return;
    if (isChanged) this.#onChange();
    const rest = Math.max(pause.least, (performance.now() - started) * pause.times);
    this.#wait(this.#isNoticed ? settling : rest);
  }
}

// A file that comes or goes meanwhile makes another state in any case.
async function readState(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const item = await stat(join(folder, name), { bigint: true }).catch(() => undefined);
    hash.update(`${name}\0${item?.ino} ${item?.size} ${item?.mtimeNs} ${item?.ctimeNs}\n`);
  }
  return hash.digest('hex');
}
