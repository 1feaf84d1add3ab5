import { countBytes, type SearchBytes, sumBytes } from './search-bytes.ts';
import { makeQueries } from './search-queries.ts';
import { replaceIndex, type SearchSite, withSearchSite, writeSmallContent } from './search-site.ts';
import { timeTyping, type TypingTimes } from './search-typing.ts';

/** How many first queries are counted. */
const coldQueries = 12;

/** The search over a made chronicle, measured. */
export interface MadeSearchRow {
  readonly entries: number;
  readonly documents: number;
  /** Of each first query, from the lightest to the heaviest. */
  readonly first: readonly SearchBytes[];
  readonly next: readonly SearchBytes[];
  readonly times: TypingTimes;
}

/** Measures the search over made chronicles of so many entries each in a real browser. */
export async function benchMadeSearch(
  counts: readonly number[],
  say: (text: string) => void,
): Promise<MadeSearchRow[]> {
  say('Building the search page …');
  return withSearchSite(writeSmallContent, async (site) => {
    const rows: MadeSearchRow[] = [];
    for (const count of counts) rows.push(await measure(site, count, say));
    return rows;
  });
}

async function measure(site: SearchSite, entries: number, say: (text: string) => void): Promise<MadeSearchRow> {
  say(`Indexing ${entries} entries …`);
  const context = await replaceIndex(site, entries);
  const { chronicle } = context;
  const queries = makeQueries(context);
  say(`Asking ${coldQueries} first queries …`);
  const counted = [];
  for (const [index, query] of queries.slice(0, coldQueries).entries())
    counted.push(await countBytes(site.browser, site.origin, [query, queries[coldQueries + index] ?? '']));
  say(`Typing ${queries.length} queries …`);
  const order = (bytes: readonly SearchBytes[]) => bytes.toSorted((a, b) => sumBytes(a) - sumBytes(b));
  return {
    entries,
    documents: chronicle.entries.size + chronicle.actors.size + chronicle.places.size + chronicle.sources.size,
    first: order(counted.map((bytes) => bytes.first)),
    next: order(counted.map((bytes) => bytes.next)),
    times: await timeTyping(site, queries),
  };
}

/** Returns measured searches as rows of a table; the parts are those of the heaviest first query. */
export function madeSearchTable(rows: readonly MadeSearchRow[]): Record<string, string>[] {
  return rows.map(({ entries, documents, first, next, times }) => ({
    entries: entries.toLocaleString('en-GB'),
    documents: documents.toLocaleString('en-GB'),
    'first query kB, median': kilobytes(sumBytes(pick(first, 0.5))),
    most: kilobytes(sumBytes(pick(first, 1))),
    ...Object.fromEntries(Object.entries(pick(first, 1)).map(([part, bytes]) => [part, kilobytes(bytes)])),
    'next query kB, median': kilobytes(sumBytes(pick(next, 0.5))),
    'names: keys': String(times.names.length),
    'median ms': pickTime(times.names, 0.5),
    'p95 ms': pickTime(times.names, 0.95),
    'full text: keys': String(times.results.length),
    'median ms ': pickTime(times.results, 0.5),
    'p95 ms ': pickTime(times.results, 0.95),
  }));
}

function pick<T>(sorted: readonly T[], share: number): T {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

function pickTime(times: readonly number[], share: number): string {
  return pick(
    times.toSorted((a, b) => a - b),
    share,
  ).toFixed(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
