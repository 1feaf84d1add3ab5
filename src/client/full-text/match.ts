import type { Term } from './query.ts';
import type { Postings, Word } from './words.ts';

/** A term of a query with the words of the index that match it. */
export interface TermWords {
  readonly term: Term;
  readonly words: readonly Word[];
}

/** A spelling of a word that matches a term. */
export interface Spelling {
  readonly word: Word;
  readonly postings: Postings;
  /** The term's number in the query. */
  readonly term: number;
  /** How near its word is to the term in length, 0 to 1. */
  readonly lengthBonus: number;
  /** More than 1 where the marks on its letters are those typed. */
  readonly markBonus: number;
}

/** A spelling in one document, by the document's index among its postings. */
export type Occurrence = readonly [spelling: Spelling, index: number];

/** What a query matches. */
export interface Matches {
  /** 1 for each document that has all terms that any document has. */
  readonly all: Uint8Array;
  /** How many documents have each term. */
  readonly frequencies: readonly number[];
  readonly spellings: readonly Spelling[];
}

const lengthDeviation = 2;
const markSimilarity = 0.8;
const utf8 = new TextEncoder();

/** Returns which of so many documents match a query. */
export function matchTerms(terms: readonly TermWords[], count: number): Matches {
  const spellings = terms.flatMap(({ term, words }, index) => words.flatMap((word) => spell(word, term, index)));
  const has = new Uint16Array(count);
  const frequencies = terms.map((_, term) => {
    const own = new Uint8Array(count);
    let frequency = 0;
    for (const { postings } of spellings.filter((spelling) => spelling.term === term)) {
      for (const document of postings.documents) {
        if (own[document] === 1) continue;
        own[document] = 1;
        has[document] = (has[document] ?? 0) + 1;
        frequency += 1;
      }
    }
    return frequency;
  });
  // A term that no document has is left out, unless there is no other.
  const wanted = frequencies.filter((frequency) => frequency > 0).length;
  const all = new Uint8Array(count);
  for (let document = 0; document < count; document += 1)
    all[document] = wanted > 0 && has[document] === wanted ? 1 : 0;
  return { all, frequencies, spellings };
}

/** The occurrences of spellings, by document. */
export class Occurrences {
  readonly #spellings: readonly Spelling[];
  /** For each document the first of its links; for each link its spelling, the index there, and the next link, or -1. */
  readonly #first: Int32Array;
  readonly #links: number[] = [];

  /** Takes the documents that are marked with a 1. */
  constructor(spellings: readonly Spelling[], documents: Uint8Array) {
    this.#spellings = spellings;
    this.#first = new Int32Array(documents.length).fill(-1);
    // Each is put before those that are there, so that all stand in the order of the spellings.
    for (let number = spellings.length - 1; number >= 0; number -= 1) {
      const all = spellings[number]?.postings.documents ?? [];
      for (let index = 0; index < all.length; index += 1) {
        const document = all[index] ?? 0;
        if (documents[document] !== 1) continue;
        const link = this.#links.push(number, index, this.#first[document] ?? -1) - 3;
        this.#first[document] = link;
      }
    }
  }

  /** Returns a document's, in the order of the spellings. */
  of(document: number): Occurrence[] {
    const found: Occurrence[] = [];
    for (let link = this.#first[document] ?? -1; link >= 0; link = this.#links[link + 2] ?? -1) {
      const spelling = this.#spellings[this.#links[link] ?? 0];
      if (spelling) found.push([spelling, this.#links[link + 1] ?? 0]);
    }
    return found;
  }
}

function spell(word: Word, { typed, stem }: Term, term: number): Spelling[] {
  const difference = Math.min(Math.abs(utf8.encode(word.text).length - utf8.encode(stem).length) + 1, 255);
  const lengthBonus = Math.exp(Math.exp(-0.5 * (difference / lengthDeviation) ** 2) - 1);
  return word.spellings.map(([text, postings]) => ({
    word,
    postings,
    term,
    lengthBonus,
    markBonus: text.startsWith(typed) || typed.startsWith(text) ? 1 + markSimilarity : 1,
  }));
}
