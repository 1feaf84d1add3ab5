import type { FilterValues } from './index-files.ts';

/** What documents must have: one value of a filter, or any of several. */
export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

/** How many documents have each value of each filter. */
export type FacetCounts = Record<string, Record<string, number>>;

type LoadedFilters = ReadonlyMap<string, FilterValues>;

/** Returns 1 for each of so many documents that has what all filters ask. */
export function selectDocuments(loaded: LoadedFilters, filters: Filters, count: number): Uint8Array {
  const passing = new Uint8Array(count).fill(1);
  for (const [name, wanted] of Object.entries(filters)) {
    const values = new Set(typeof wanted === 'string' ? [wanted] : wanted.any);
    const own = new Uint8Array(count);
    for (const [value, documents] of loaded.get(name) ?? [])
      if (values.has(value)) for (const document of documents) own[document] = 1;
    for (const [document, one] of own.entries()) if (one === 0) passing[document] = 0;
  }
  return passing;
}

/** Returns how many documents have each value, of all or of some. */
export function countValues(loaded: LoadedFilters, among: ReadonlySet<number> | undefined): FacetCounts {
  return Object.fromEntries(
    [...loaded].map(([name, values]) => [
      name,
      Object.fromEntries(
        values.map(([value, documents]) => [
          value,
          among ? documents.filter((document) => among.has(document)).length : documents.length,
        ]),
      ),
    ]),
  );
}
