import { foldName } from '../core/names.ts';
import type { Filters } from './full-text/filters.ts';
import type { FullText, FullTextResult, FullTextSearch, Hit } from './full-text/full-text.ts';
import type { NameFinder, NameHit } from './names.ts';
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
}

export interface SearchOptions {
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** Whether more may be typed: then what has no answer yet is `undefined`, for a rescue would be too early. */
  readonly isUnfinished?: boolean;
}

type Run = (text: string) => Promise<FullTextSearch>;

/** Endings by which a word may be longer than what it matched; the index holds stems. */
const endings = /^(?:s|es|d|ed|er|ers|ing|ly|n|ns|ian|ians|i|ese)$/;
/** Words that nearly every text has: they find nothing, and their part of the index is the largest. */
const emptyWords = new Set(
  'a an and are as at be been by for from had has he in is it its of on or that the to was were with'.split(' '),
);
/** A letter alone begins so many words that it tells nothing. */
const tooShort = /^\p{L}$/u;
const wordLimit = 8;
/** How many results are shown at first. */
const shownFirst = 10;
/** More words begin with a letter or two than can be meant; an answer waits for the next, or for a pause. */
const shortestBeginning = 3;

/**
 * Searches names and full text together. A name in any spelling is searched under its record's display name, which all its
 * entries carry; a misspelt one under the nearest name; words that no entry has together, without one of them. Sources come
 * last, unless the search is sorted or narrowed to a type.
 */
export async function search(
  fullText: FullText,
  names: NameFinder,
  query: string,
  { filters, sort, isUnfinished = false }: SearchOptions,
): Promise<Found | undefined> {
  if (isUnfinished && beginsWord(query)) return undefined;
  const records = names.findExact(query);
  const isEmpty = query !== '' && tellingWords(query) === '';
  if (isEmpty && records.length === 0) return nothing;
  const isRanked = sort === '' && filters['type'] === undefined && query !== '';
  const run: Run = async (text) => {
    const words = tellingWords(text);
    if (words === '' && text !== '') return nothing.search;
    const found = await fullText.search(text === '' ? undefined : words, filters);
    return { ...found, results: sort === '' ? found.results : sortByDate(found.results, sort) };
  };
  const rank = async (text: string) => (isRanked ? rankSourcesLast(await run(text)) : run(text));
  const [first] = records;
  if (first) {
    const byName = await rank(first.name);
    const isSame = isEmpty || foldName(first.name) === foldName(query);
    const all = isSame ? byName : append(byName, await rank(query));
    return { search: all, records, meant: undefined, dropped: undefined };
  }
  const direct = await rank(query);
  loadAhead(direct);
  const isFound = !(await isMiss(names, direct, query));
  const hasRecord = !isRanked || direct.results.some(({ type }) => type !== 's');
  if (isFound && hasRecord) return { search: direct, records: [], meant: undefined, dropped: undefined };
  if (isUnfinished) return undefined;
  const near = names.findNear(query);
  if (near) return { search: await rank(near.name), records: [near], meant: near.name, dropped: undefined };
  const partial = await searchWithoutOne(names, run, query);
  if (partial) {
    const all = isFound ? append(partial.search, direct) : partial.search;
    return { search: all, records: [], meant: undefined, dropped: partial.dropped };
  }
  const none = isFound ? direct : { ...direct, results: [] };
  return { search: none, records: [], meant: undefined, dropped: undefined };
}

// What is shown most likely comes together with the first, which tells whether there is an answer; it is asked for again.
function loadAhead({ results }: FullTextSearch): void {
  for (const result of results.slice(0, shownFirst)) result.load().catch(() => {});
}

const nothing: Found = {
  search: { results: [], count: () => ({}) },
  records: [],
  meant: undefined,
  dropped: undefined,
};

function beginsWord(query: string): boolean {
  const last = /\S*$/.exec(query)?.[0] ?? '';
  return last !== '' && last.length < shortestBeginning;
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

// A text in quotation marks is sought as it stands.
function tellingWords(text: string): string {
  if (text.includes('"')) return text;
  const words = text.split(/\s+/).filter((word) => !tooShort.test(word));
  const kept = words.filter((word) => !emptyWords.has(word.toLowerCase()));
  return (kept.length === 0 ? words : kept).join(' ');
}

function append(first: FullTextSearch, second: FullTextSearch): FullTextSearch {
  const known = new Set(first.results.map(({ document }) => document));
  return { ...first, results: [...first.results, ...second.results.filter(({ document }) => !known.has(document))] };
}

// The attempt whose best entry scores highest leaves out the word that says least.
async function searchWithoutOne(
  names: NameFinder,
  run: Run,
  query: string,
): Promise<{ search: FullTextSearch; dropped: string } | undefined> {
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

// Where a word is not in the index, a shorter beginning of it is matched; that is a miss too.
async function isMiss(names: NameFinder, found: FullTextSearch, query: string): Promise<boolean> {
  const first = await found.results[0]?.load();
  if (!first) return query !== '';
  const words = foldName(tellingWords(query))
    .split(' ')
    .filter((word) => word.length > 1);
  const matched = wordsOf(first);
  return words.some(
    (word) =>
      // Every word of a name is in the index.
      !names.hasWord(word) &&
      !matched.some(
        (other) => other.startsWith(word) || (word.startsWith(other) && endings.test(word.slice(other.length))),
      ),
  );
}

function wordsOf(result: FullTextResult): string[] {
  const marks = [result.excerpt, ...result.parts.map((part) => part.excerpt)].flatMap((pieces) =>
    pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text),
  );
  return foldName([...marks, ...Object.values(result.meta)].join(' ')).split(' ');
}
