import { foldName } from '../core/names.ts';
import type { NameFinder, NameHit } from './names.ts';
import type { Pagefind, PagefindOptions, PagefindResult, PagefindSearch } from './pagefind.ts';

/** What a search found. */
export interface Found {
  readonly search: PagefindSearch;
  /** Records that go by the query as a name; they come before everything else. */
  readonly records: readonly NameHit[];
  /** The name whose results are shown instead, where the query itself had none. */
  readonly meant: string | undefined;
  /** The word left out, where no entry has all of them. */
  readonly dropped: string | undefined;
}

type Run = (text: string, type?: string | { any: string[] }) => Promise<PagefindSearch>;

/** Endings by which a word may be longer than what it matched; the index holds stems. */
const endings = /^(?:s|es|d|ed|er|ers|ing|ly|n|ns|ian|ians|i|ese)$/;
const wordLimit = 8;

/**
 * Searches names and full text together. A name in any spelling is searched under its record's display name, which all its
 * entries carry; a misspelt one under the nearest name; words that no entry has together, without one of them. Sources come
 * last, unless the search is sorted or narrowed to a type.
 */
export async function search(
  pagefind: Pagefind,
  names: NameFinder,
  query: string,
  options: PagefindOptions,
): Promise<Found> {
  const isRanked = options.sort === undefined && options.filters['type'] === undefined && query !== '';
  const run: Run = (text, type) =>
    pagefind.search(
      text === '' ? null : text,
      type === undefined ? options : { ...options, filters: { ...options.filters, type } },
    );
  const rank = async (text: string): Promise<Ranked> =>
    isRanked ? rankSourcesLast(run, text) : { search: await run(text), hasRecord: true };
  const records = names.findExact(query);
  const [first] = records;
  if (first) {
    const byName = await rank(first.name);
    const isSame = foldName(first.name) === foldName(query);
    const search = isSame ? byName.search : append(byName.search, (await rank(query)).search);
    return { search, records, meant: undefined, dropped: undefined };
  }
  const direct = await rank(query);
  const isFound = !(await isMiss(direct.search, query));
  if (isFound && direct.hasRecord) return { search: direct.search, records: [], meant: undefined, dropped: undefined };
  const near = names.findNear(query);
  if (near) return { search: (await rank(near.name)).search, records: [near], meant: near.name, dropped: undefined };
  const partial = await searchWithoutOne(run, query);
  if (partial)
    return {
      search: isFound ? append(partial.search, direct.search) : partial.search,
      records: [],
      meant: undefined,
      dropped: partial.dropped,
    };
  return {
    search: isFound ? direct.search : { ...direct.search, results: [] },
    records: [],
    meant: undefined,
    dropped: undefined,
  };
}

interface Ranked {
  readonly search: PagefindSearch;
  readonly hasRecord: boolean;
}

// Two searches of the same words load nothing twice; a search without words would load the whole index.
async function rankSourcesLast(run: Run, text: string): Promise<Ranked> {
  const [all, records] = await Promise.all([run(text), run(text, { any: ['Entry', 'Actor', 'Place'] })]);
  const isRecord = new Set(records.results.map((result) => result.id));
  const rank = (id: string) => (isRecord.has(id) ? 0 : 1);
  return {
    search: { ...all, results: all.results.toSorted((a, b) => rank(a.id) - rank(b.id)) },
    hasRecord: isRecord.size > 0,
  };
}

function append(first: PagefindSearch, second: PagefindSearch): PagefindSearch {
  const ids = new Set(first.results.map((result) => result.id));
  return { ...first, results: [...first.results, ...second.results.filter((result) => !ids.has(result.id))] };
}

// The attempt whose best entry scores highest leaves out the word that says least.
async function searchWithoutOne(
  run: Run,
  query: string,
): Promise<{ search: PagefindSearch; dropped: string } | undefined> {
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length < 2 || words.length > wordLimit) return undefined;
  const attempts = await Promise.all(
    words.map(async (dropped, index) => {
      const text = words.filter((_, other) => other !== index).join(' ');
      const found = await run(text, 'Entry');
      return { dropped, search: found, isMiss: await isMiss(found, text) };
    }),
  );
  const [best] = attempts.filter((attempt) => !attempt.isMiss).sort((a, b) => topScore(b.search) - topScore(a.search));
  return best;
}

function topScore(search: PagefindSearch): number {
  return search.results[0]?.score ?? 0;
}

// Where a word is not in the index, Pagefind matches a shorter beginning of it; that is a miss too.
async function isMiss(found: PagefindSearch, query: string): Promise<boolean> {
  const first = await found.results[0]?.data();
  if (!first) return query !== '';
  const words = foldName(query)
    .split(' ')
    .filter((word) => word.length > 1);
  const matched = wordsOf(first);
  return words.some(
    (word) =>
      !matched.some(
        (other) => other.startsWith(word) || (word.startsWith(other) && endings.test(word.slice(other.length))),
      ),
  );
}

function wordsOf(result: PagefindResult): string[] {
  const marks = [result.excerpt, ...result.sub_results.map((part) => part.excerpt)].flatMap((text) =>
    [...text.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => match[1] ?? ''),
  );
  return foldName([...marks, ...Object.values(result.meta)].join(' ')).split(' ');
}
