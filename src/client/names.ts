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

  /** Returns the best matches: the very name first, then names that start so, then near ones. */
  find(text: string, limit = 6): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const exact = this.#rows.filter((row) => row[3].includes(query));
    const starting = this.#rows.filter((row) => row[3].some((form) => form.startsWith(query)));
    const near = this.#fuse.search(query, { limit: limit * 2 }).map((result) => result.item);
    return [...new Set([...exact, ...starting, ...near])]
      .slice(0, limit)
      .map(([href, name, what]) => ({ href, name, what }));
  }
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
