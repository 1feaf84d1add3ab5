import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes folders, asking the disk for each once. */
export class Folders {
  readonly #made = new Set<string>();

  /** Makes the folder of a file, with those above it. */
  makeFor(file: string): void {
    const folder = dirname(file);
    if (this.#made.has(folder)) return;
    makeOne(folder);
    this.#made.add(folder);
  }
}

// Nearly always the folder above is there, which is far quicker than to look for all of them.
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(folder, { recursive: true });
    else if (code !== 'EEXIST') throw error;
  }
}
