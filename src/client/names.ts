import { expandNames, type NameFile, type NameRow } from '../core/name-rows.ts';
import { foldName } from '../core/names.ts';
import { matchMeaningful, meaningfulWords } from '../core/word-match.ts';
import { NearNames } from './near-names.ts';

/** A name that matches what was typed. */
export interface NameHit {
  readonly href: string;
  readonly name: string;
  readonly what: string;
}

/** A record with its names taken apart once for all keys. */
interface Candidate {
  readonly row: NameRow;
  readonly words: readonly (readonly string[])[];
  readonly officeWords: readonly (readonly string[])[];
}

/** How many records one spelling may stand for before it is a word rather than a name. */
const shareLimit = 6;
/** An office is a weaker name for a person than a body's own name for the body. */
const officeWeight = 0.7;
/** How a day may begin: with a number or with a month's name. */
const dayStart = /^(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[jfmasond][aepuco]$)/;

/** Finds names, forgiving a typo; rows are those that `names.json` stands for. */
export class NameFinder {
  /** With the days. */
  readonly #all: readonly NameRow[];
  readonly #rows: readonly NameRow[];
  readonly #records: readonly Candidate[];
  readonly #near: NearNames;

  constructor(rows: readonly NameRow[]) {
    // Where two records share a name, the one that more entries name comes first.
    this.#all = rows.toSorted((a, b) => b.entries - a.entries);
    this.#rows = this.#all.filter((row) => row.what !== 'Day');
    this.#records = this.#rows.map(toCandidate);
    this.#near = new NearNames(this.#rows);
  }

  /**
   * Returns the very name first, then names that start so, names with a word that starts so, names of all these words. Where
   * none starts so, names that are near come after them; where there is none at all, names that start nearly so.
   */
  find(text: string, limit = 6): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    return [...new Set(this.#suggest(query))].slice(0, limit).map(toHit);
  }

  /** Returns the records that go by this very name in any spelling, by their surname, or by these words in another order. */
  findExact(text: string): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const exact = this.#rowsFor(query).filter((row) => row.forms.includes(query));
    const named = exact.length > 0 ? exact : this.#bySurname(query);
    const rows = named.length > 0 ? named : this.#byWords(query).slice(0, 1);
    return rows.length > shareLimit ? [] : rows.map(toHit);
  }

  /** Tells whether a folded word begins a word of a name. */
  hasWord(word: string): boolean {
    return this.#records.some(({ row }) => rankStart(word, row.forms) < 3);
  }

  /** Returns the name nearest to one that no record has. */
  findNear(text: string): NameHit | undefined {
    const [best] = this.#near.find(foldName(text));
    return best && toHit(best);
  }

  /** Returns the names most like a text that is near to none. */
  findSimilar(text: string, limit = 5): NameHit[] {
    return this.#near.findSimilar(foldName(text), limit).map(toHit);
  }

  #suggest(query: string): NameRow[] {
    const [exact, starting, within] = this.#byStart(query);
    const certain = [...exact, ...starting, ...within, ...this.#byWords(query)];
    if (exact.length + starting.length > 0) return certain;
    // What is in the middle of one name may be another misspelt.
    const likely = [...certain, ...this.#near.find(query)];
    return likely.length > 0 ? likely : this.#near.findBeginnings(query);
  }

  #byStart(query: string): readonly [exact: NameRow[], starting: NameRow[], within: NameRow[]] {
    const ranks: [NameRow[], NameRow[], NameRow[]] = [[], [], []];
    for (const row of this.#rowsFor(query)) ranks[rankStart(query, row.forms)]?.push(row);
    return ranks;
  }

  // A long chronicle has far more days than names.
  #rowsFor(query: string): readonly NameRow[] {
    return dayStart.test(query) ? this.#all : this.#rows;
  }

  #bySurname(query: string): NameRow[] {
    return this.#records
      .filter(({ row }) => row.what === 'Person' && foldName(row.name).endsWith(` ${query}`))
      .map(({ row }) => row);
  }

  // Names that have all the words, the fewer others the better; one word alone is no name.
  #byWords(query: string): NameRow[] {
    if (!query.includes(' ')) return [];
    const wanted = meaningfulWords(query);
    const best = (names: Candidate['words']) => Math.max(0, ...names.map((words) => matchMeaningful(wanted, words)));
    return this.#records
      .map(({ row, words, officeWords }) => ({ row, score: Math.max(best(words), officeWeight * best(officeWords)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ row }) => row);
  }
}

function toCandidate(row: NameRow): Candidate {
  return {
    row,
    words: row.forms.map(meaningfulWords),
    officeWords: row.offices.map(meaningfulWords),
  };
}

// 0 for the very name, 1 where one starts so, 2 where a word in it does, 3 for none.
function rankStart(query: string, forms: readonly string[]): number {
  let rank = 3;
  for (const form of forms) {
    if (form === query) return 0;
    if (form.startsWith(query)) rank = 1;
    else if (rank === 3 && form.includes(` ${query}`)) rank = 2;
  }
  return rank;
}

function toHit({ href, name, what }: NameRow): NameHit {
  return { href, name, what };
}

let loading: Promise<NameFinder> | undefined;

/** Loads the names once; after a failure the next call tries again. */
export function loadNames(url: string): Promise<NameFinder> {
  loading ??= fetchNames(url).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchNames(url: string): Promise<NameFinder> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new NameFinder(expandNames((await response.json()) as NameFile));
}
