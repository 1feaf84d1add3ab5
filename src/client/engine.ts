import { foldName } from '../core/names.ts';
import type { Filters } from './full-text/filters.ts';
import type { FullText, FullTextSearch, Hit } from './full-text/full-text.ts';
import type { NameFinder, NameHit } from './names.ts';
import { hasUnknownWord, isMiss } from './missed-words.ts';
import { beginsWord, splitLast, tellingWords } from './query-words.ts';
import type { SortOrder } from './search-state.ts';

/** What a search found. */
export interface Found {
  readonly search: FullTextSearch;
  /** Records that go by the query as a name; they come before everything else. */
  readonly records: readonly NameHit[];
  /** The name whose results are shown instead, where the query itself had none. */
  readonly meant: string | undefined;
  /** The word left out, where no entry has all of them. */
  readonly dropped: string | undefined;
  /** Whether the query could be answered in part only while it is being typed. */
  readonly isProvisional: boolean;
}

export interface SearchOptions {
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** Whether more may be typed: then the answer is what can be had at once. */
  readonly isUnfinished?: boolean;
}

/** The results for a query without one of its words. */
interface WithoutWord {
  readonly search: FullTextSearch;
  readonly dropped: string;
}

type Run = (text: string) => Promise<FullTextSearch>;

const wordLimit = 8;
/** How many results are shown at once, before those that follow are loaded. */
export const firstResults = 3;

/**
 * Searches names and full text together. A name in any spelling is searched under its record's display name, which all its
 * entries carry; a misspelt one under the nearest name; words that no entry has together, without one of them. Sources come
 * last, unless the search is sorted or narrowed to a type. The first letters of a word that is being typed are left out.
 */
export async function search(
  fullText: FullText,
  names: NameFinder,
  query: string,
  options: SearchOptions,
): Promise<Found> {
  const { filters, sort, isUnfinished = false } = options;
  const isBeginning = isUnfinished && beginsWord(query);
  const records = names.findExact(query);
  const isEmpty = query !== '' && tellingWords(query) === '';
  if (isEmpty && records.length === 0) return { ...answer(nothing), isProvisional: isBeginning };
  const isRanked = sort === '' && filters['type'] === undefined && query !== '';
  const run: Run = async (text) => {
    const words = tellingWords(text);
    if (words === '' && text !== '') return nothing;
    const found = await fullText.search(text === '' ? undefined : words, filters);
    return { ...found, results: sort === '' ? found.results : sortByDate(found.results, sort) };
  };
  const rank = async (text: string) => (isRanked ? rankSourcesLast(await run(text)) : run(text));
  const [first] = records;
  if (first) {
    const byName = await rank(first.name);
    const isSame = isBeginning || isEmpty || foldName(first.name) === foldName(query);
    const all = isSame ? byName : append(byName, await rank(query));
    return { ...answer(all), records, isProvisional: isBeginning };
  }
  const { start, last } = splitLast(query);
  const searchStart = async () => (start === '' ? answer(nothing) : search(fullText, names, start, options));
  if (isBeginning) return { ...(await searchStart()), isProvisional: true };
  const isUnknown = query !== '' && (await hasUnknownWord(fullText, names, query));
  const direct = isUnknown ? nothing : await rank(query);
  loadAhead(direct);
  const isFound = !(await isMiss(names, direct, query));
  const hasRecord = !isRanked || direct.results.some(({ type }) => type !== 's');
  if (isFound && hasRecord) return answer(direct);
  if (isFound && isUnfinished) return { ...answer(direct), isProvisional: true };
  const near = names.findNear(query);
  if (near) {
    const byName = await rank(near.name);
    return { ...answer(byName), records: [near], meant: near.name, isProvisional: isUnfinished };
  }
  if (isUnfinished) {
    // To leave out each word in turn would be too slow for a key.
    const before = await searchStart();
    const isWhole = !before.isProvisional && before.search.results.length > 0;
    return { ...(isWhole ? { ...before, dropped: last } : answer(nothing)), isProvisional: true };
  }
  const partial = await searchWithoutOne(names, run, query);
  if (partial) {
    const all = isFound ? append(partial.search, direct) : partial.search;
    return { ...answer(all), dropped: partial.dropped };
  }
  return answer(isFound ? direct : { ...direct, results: [] });
}

const nothing: FullTextSearch = { results: [], count: () => ({}) };

function answer(search: FullTextSearch): Found {
  return { search, records: [], meant: undefined, dropped: undefined, isProvisional: false };
}

// What is shown most likely comes together with the first, which tells whether there is an answer; it is asked for again.
function loadAhead({ results }: FullTextSearch): void {
  for (const result of results.slice(0, firstResults)) result.load().catch(() => {});
}

function rankSourcesLast(search: FullTextSearch): FullTextSearch {
  const isSource = ({ type }: Hit) => type === 's';
  const others = search.results.filter((result) => !isSource(result));
  return { ...search, results: [...others, ...search.results.filter(isSource)] };
}

function sortByDate(results: readonly Hit[], sort: SortOrder): Hit[] {
  const sign = sort === 'desc' ? -1 : 1;
  return results.toSorted((a, b) => sign * (a.order - b.order));
}

function append(first: FullTextSearch, second: FullTextSearch): FullTextSearch {
  const known = new Set(first.results.map(({ document }) => document));
  return { ...first, results: [...first.results, ...second.results.filter(({ document }) => !known.has(document))] };
}

// The attempt whose best entry scores highest leaves out the word that says least.
async function searchWithoutOne(names: NameFinder, run: Run, query: string): Promise<WithoutWord | undefined> {
  const words = tellingWords(query).split(/\s+/).filter(Boolean);
  if (words.length < 2 || words.length > wordLimit) return undefined;
  const attempts = await Promise.all(
    words.map(async (dropped, index) => {
      const text = words.filter((_, other) => other !== index).join(' ');
      const all = await run(text);
      const entries = { ...all, results: all.results.filter(({ type }) => type === 'e') };
      return { dropped, search: entries, isMiss: await isMiss(names, entries, text) };
    }),
  );
  const [best] = attempts.filter((attempt) => !attempt.isMiss).sort((a, b) => topScore(b.search) - topScore(a.search));
  return best;
}

function topScore(search: FullTextSearch): number {
  return search.results[0]?.score ?? 0;
}
