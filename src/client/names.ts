import Fuse from 'fuse.js';
import { foldName } from '../core/names.ts';
import type { NameRow } from '../core/outputs/name-file.ts';

/** A name that matches what was typed. */
export interface NameHit {
  readonly href: string;
  readonly name: string;
  readonly what: string;
}

/** Finds names, forgiving a typo; rows are those of `names.json`. */
export class NameFinder {
  readonly #rows: readonly NameRow[];
  readonly #fuse: Fuse<NameRow>;

  constructor(rows: readonly NameRow[]) {
    this.#rows = rows;
    this.#fuse = new Fuse(rows, {
      keys: [{ name: 'forms', getFn: (row) => [...row[3]] }],
      threshold: 0.3,
      ignoreLocation: true,
      minMatchCharLength: 2,
      includeScore: true,
    });
  }

  /** Returns the very name first, then names that start so, then names with a word that starts so; near ones if there are none. */
  find(text: string, limit = 6): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const certain = [
      ...this.#having((form) => form === query),
      ...this.#having((form) => form.startsWith(query)),
      ...this.#having((form) => form.includes(` ${query}`)),
    ];
    const rows = certain.length > 0 ? certain : this.#fuse.search(query, { limit }).map((result) => result.item);
    return [...new Set(rows)].slice(0, limit).map(toHit);
  }

  /** Returns the record that goes by this very name in any spelling, if it is one alone. */
  findExact(text: string): NameHit | undefined {
    const query = foldName(text);
    const [row, ...others] = this.#having((form) => form === query);
    return row && others.length === 0 ? toHit(row) : undefined;
  }

  /** Returns the name nearest to a word that no name has. */
  findNear(text: string): NameHit | undefined {
    const query = foldName(text);
    if (query.length < 3 || this.#having((form) => form.startsWith(query) || form.includes(` ${query}`)).length > 0)
      return undefined;
    const found = this.#fuse.search(query, { limit: 12 });
    const close = found
      .filter((result) => (result.score ?? 1) - (found[0]?.score ?? 0) < 0.1)
      .map((result) => result.item);
    // Fuse finds the word within longer names as well; the name of the word's own length is meant.
    const [best] = close.sort((a, b) => lengthGap(a, query) - lengthGap(b, query));
    return best && toHit(best);
  }

  #having(test: (form: string) => boolean): NameRow[] {
    return this.#rows.filter((row) => row[3].some(test));
  }
}

function lengthGap(row: NameRow, query: string): number {
  return Math.min(...row[3].map((form) => Math.abs(form.length - query.length)));
}

function toHit([href, name, what]: NameRow): NameHit {
  return { href, name, what };
}

let loading: Promise<NameFinder> | undefined;

/** Loads the names once. */
export function loadNames(url: string): Promise<NameFinder> {
  loading ??= fetchNames(url);
  return loading;
}

async function fetchNames(url: string): Promise<NameFinder> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new NameFinder((await response.json()) as NameRow[]);
}
