import { expandNames, type NameFile, type NameRow } from '../core/name-rows.ts';
import { foldName } from '../core/names.ts';
import { matchMeaningful, meaningfulWords } from '../core/word-match.ts';
import { countEdits } from './edits.ts';

/** A name that matches what was typed. */
export interface NameHit {
  readonly href: string;
  readonly name: string;
  readonly what: string;
}

/** A record with its names taken apart once for all keys. */
interface Candidate {
  readonly row: NameRow;
  /** The forms that a misspelt name may be near to; a person is also looked for by surname. */
  readonly near: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly officeWords: readonly (readonly string[])[];
}

/** How many records one spelling may stand for before it is a word rather than a name. */
const shareLimit = 6;
/** An office is a weaker name for a person than a body's own name for the body. */
const officeWeight = 0.7;
const shortest = 4;
/** How a day may begin: with a number or with a month's name. */
const dayStart = /^(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[jfmasond][aepuco]$)/;

/** Finds names, forgiving a typo; rows are those that `names.json` stands for. */
export class NameFinder {
  readonly #rows: readonly NameRow[];
  readonly #records: readonly Candidate[];

  constructor(rows: readonly NameRow[]) {
    // Where two records share a name, the one that more entries name comes first.
    this.#rows = rows.toSorted((a, b) => b.entries - a.entries);
    this.#records = this.#rows.filter((row) => row.what !== 'Day').map(toCandidate);
  }

  /** Returns the very name first, then names that start so, names with a word that starts so, names of all these words; near ones if there are none. */
  find(text: string, limit = 6): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const certain = [...this.#starting(query), ...this.#byWords(query)];
    const rows = certain.length > 0 ? certain : this.#near(query);
    return [...new Set(rows)].slice(0, limit).map(toHit);
  }

  /** Returns the records that go by this very name in any spelling, by their surname, or by these words in another order. */
  findExact(text: string): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const exact = this.#rows.filter((row) => row.forms.includes(query));
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
    const [best] = this.#near(foldName(text));
    return best && toHit(best);
  }

  /** Returns the names most like a text that is near to none. */
  async findSimilar(text: string, limit = 5): Promise<NameHit[]> {
    const { findSimilar } = await import('./similar-names.ts');
    const rows = this.#records.map(({ row }) => row);
    return findSimilar(rows, foldName(text), limit).map(toHit);
  }

  // A letter wrong, missing, doubled or swapped; two in a long word; in a short one none, for anything is near to that.
  #near(query: string): NameRow[] {
    if (query.length < shortest) return [];
    const allowed = query.length < 8 ? 1 : 2;
    return this.#records
      .map(({ row, near }) => ({ row, edits: fewestEdits(query, near, allowed) }))
      .filter(({ edits }) => edits <= allowed)
      .sort((a, b) => a.edits - b.edits || b.row.entries - a.row.entries)
      .map(({ row }) => row);
  }

  #starting(query: string): NameRow[] {
    const mayBeDay = dayStart.test(query);
    const ranks: [NameRow[], NameRow[], NameRow[]] = [[], [], []];
    for (const row of this.#rows) {
      if (row.what === 'Day' && !mayBeDay) continue;
      ranks[rankStart(query, row.forms)]?.push(row);
    }
    return ranks.flat();
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
  const surnames = row.what === 'Person' ? row.forms.map((form) => form.slice(form.lastIndexOf(' ') + 1)) : [];
  return {
    row,
    near: [...row.forms, ...surnames],
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

// Words whose lengths differ by more than that are not compared letter by letter.
function fewestEdits(query: string, forms: readonly string[], allowed: number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const form of forms) {
    if (Math.abs(form.length - query.length) <= allowed) fewest = Math.min(fewest, countEdits(query, form));
  }
  return fewest;
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
