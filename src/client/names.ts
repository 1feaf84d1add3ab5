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
    const having = (test: (form: string) => boolean) => this.#rows.filter((row) => row[3].some(test));
    const certain = [
      ...having((form) => form === query),
      ...having((form) => form.startsWith(query)),
      ...having((form) => form.includes(` ${query}`)),
    ];
    const rows = certain.length > 0 ? certain : this.#fuse.search(query, { limit }).map((result) => result.item);
    return [...new Set(rows)].slice(0, limit).map(([href, name, what]) => ({ href, name, what }));
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
