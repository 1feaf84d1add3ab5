import Fuse from 'fuse.js/basic';
import type { NameRow } from '../core/name-rows.ts';

const shortest = 4;
const threshold = 0.4;

/** Returns the rows whose names are most like a folded text, the most alike first; a short text is like anything, so it has none. */
export function findSimilar(rows: readonly NameRow[], text: string, limit: number): NameRow[] {
  if (text.length < shortest) return [];
  const fuse = new Fuse(rows, {
    keys: [{ name: 'forms', getFn: (row) => [...row.forms] }],
    threshold,
    ignoreLocation: true,
    minMatchCharLength: 2,
  });
  return fuse.search(text, { limit }).map(({ item }) => item);
}
