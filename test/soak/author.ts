import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentFile } from '../../src/core/text-file.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { readContent } from '../../src/site/read-content.ts';
import type { Settings } from '../../src/site/settings.ts';
import type { Random } from '../bench/random.ts';
import { editAtRandom } from './edits.ts';
import { readTruth, type Truth } from './truth.ts';

/** How often a fault is put right before the next edit, and after how many faulty states it always is. */
const mending = { chance: 0.6, limit: 3 };

/** What an author has done, and what the site should show of it. */
export interface Change {
  /** In words, with the files. */
  readonly what: string;
  /** The paths of the files that came, went or became other ones. */
  readonly changed: readonly string[];
  readonly truth: Truth;
  /** What the last sound content was before. */
  readonly last: ViewContext;
}

/** Edits a content folder at random, makes mistakes, and puts them right after a while. */
export class Author {
  readonly #settings: Settings;
  readonly #random: Random;
  #files: readonly ContentFile[];
  #sound: readonly ContentFile[];
  #last: ViewContext;
  #faulty = 0;

  private constructor(settings: Settings, random: Random, files: readonly ContentFile[], last: ViewContext) {
    this.#settings = settings;
    this.#random = random;
    this.#files = files;
    this.#sound = files;
    this.#last = last;
  }

  /** Returns an author of a folder whose content is sound. */
  static async of(settings: Settings, random: Random): Promise<Author> {
    const { context, report } = await readTruth(settings);
    if (!context) throw new Error(report);
    return new Author(settings, random, await readContent(settings.content), context);
  }

  /** Does the next thing. */
  async act(number: number): Promise<Change> {
    const { content } = this.#settings;
    const isMended = this.#faulty > 0 && (this.#faulty >= mending.limit || this.#random.chance(mending.chance));
    if (isMended) await this.#restore();
    const name = isMended ? 'all put right' : await editAtRandom(content, this.#random, number);
    const before = this.#files;
    this.#files = await readContent(content);
    const changed = changedPaths(before, this.#files);
    const truth = await readTruth(this.#settings);
    const last = this.#last;
    this.#faulty = truth.context ? 0 : this.#faulty + 1;
    if (truth.context) [this.#last, this.#sound] = [truth.context, this.#files];
    return { what: `edit ${number}, ${name} (${changed.join(', ')})`, changed, truth, last };
  }

  async #restore(): Promise<void> {
    const { content } = this.#settings;
    const wanted = new Set(this.#sound.map(({ path }) => path));
    for (const { path } of await readContent(content)) if (!wanted.has(path)) await rm(join(content, path));
    for (const { path, bytes } of this.#sound) {
      await mkdir(dirname(join(content, path)), { recursive: true });
      await writeFile(join(content, path), bytes);
    }
  }
}

function changedPaths(before: readonly ContentFile[], after: readonly ContentFile[]): string[] {
  const digest = (files: readonly ContentFile[]) =>
    new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]));
  const [old, young] = [digest(before), digest(after)];
  return [...new Set([...old.keys(), ...young.keys()])].filter((path) => old.get(path) !== young.get(path)).sort();
}
