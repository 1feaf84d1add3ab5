import type { IndexMeta } from '../../core/brief-meta.ts';
import { type Matches, type Occurrence, Occurrences, type Spelling } from './match.ts';
import { readFields, readPlaces, type Word } from './words.ts';

/** A place in a document's text that matches, and how much it says for an excerpt around it. */
export interface Place {
  readonly place: number;
  readonly score: number;
}

export interface Ranked {
  readonly document: number;
  readonly score: number;
}

/** What a word of the text weighs that is in no heading. */
const plainWeight = 24;
const mostWeight = 255;
/** How soon more of the same word stops to count, and how much a document's length does; Pagefind's own defaults. */
const saturation = 1.4;
const lengthShare = 0.75;

/**
 * Ranks documents as Pagefind 1.5 does (MIT licence, github.com/Pagefind/pagefind): BM25 over words that begin so, and the
 * fields beside it. Its own program compares every posting with every document found, which takes seconds where thousands
 * match; here each posting is read once.
 */
export class Ranking {
  readonly #meta: IndexMeta;
  readonly #fieldWeights: Readonly<Record<string, number>>;
  readonly #averageLength: number;

  /** Fields that have no weight of their own have 1. */
  constructor(meta: IndexMeta, fieldWeights: Readonly<Record<string, number>>) {
    this.#meta = meta;
    this.#fieldWeights = fieldWeights;
    this.#averageLength = meta.documents.reduce((sum, [, words]) => sum + words, 0) / meta.documents.length;
  }

  /** Returns the documents that are marked with a 1, the best first, and what tells where they match. */
  rank({ frequencies, spellings }: Matches, documents: Uint8Array): { ranked: Ranked[]; occurrences: Occurrences } {
    const count = documents.length;
    const rarities = frequencies.map((frequency) => Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5)));
    const occurrences = new Occurrences(spellings, documents);
    const ranked: Ranked[] = [];
    for (let document = 0; document < count; document += 1) {
      if (documents[document] !== 1) continue;
      const own = occurrences.of(document);
      ranked.push({ document, score: this.#scoreText(document, own, rarities) + this.#scoreFields(own, rarities) });
    }
    return { ranked: ranked.sort((a, b) => b.score - a.score), occurrences };
  }

  #scoreText(document: number, own: readonly Occurrence[], rarities: readonly number[]): number {
    const length = (this.#meta.documents[document]?.[1] ?? 0) / this.#averageLength;
    const norm = saturation * (1 - lengthShare + lengthShare * length);
    let score = 0;
    for (const [spelling, weight] of weighWords(own)) {
      const frequency = (weight / plainWeight) * spelling.lengthBonus;
      const share = ((saturation + 1) * frequency) / (norm + frequency);
      score += (rarities[spelling.term] ?? 0) * share * spelling.markBonus;
    }
    return score;
  }

  #scoreFields(own: readonly Occurrence[], rarities: readonly number[]): number {
    const matched = new Map<number, Map<Word, number>>();
    for (const [{ word, term, postings }, index] of own) {
      readFields(postings, index, (field) => {
        const words = matched.get(field) ?? new Map<Word, number>();
        matched.set(field, words.set(word, rarities[term] ?? 0));
      });
    }
    if (matched.size === 0) return 0;
    const total = sum(rarities);
    let score = 0;
    for (const [field, words] of matched) {
      const rarity = sum(words.values());
      // A field that has little of the query says next to nothing.
      score += (this.#fieldWeights[this.#meta.fields[field] ?? ''] ?? 1) * rarity * (rarity / total) ** 2;
    }
    return score;
  }
}

/** Returns where a document's text matches, in order. */
export function listPlaces(own: readonly Occurrence[]): Place[] {
  return groupPlaces(own).map(({ place, spellings, weight }) => ({
    place,
    score: weight ** 2 * sum(spellings.map(({ lengthBonus }) => lengthBonus)),
  }));
}

interface Group {
  readonly place: number;
  /** One for each term. */
  readonly spellings: readonly Spelling[];
  readonly weight: number;
}

// Where a place has words of several terms, as in a compound, each of them has the weight of all.
function groupPlaces(own: readonly Occurrence[]): Group[] {
  const all: { place: number; spelling: Spelling; weight: number }[] = [];
  for (const [spelling, index] of own)
    readPlaces(spelling.postings, index, (weight, place) => all.push({ place, spelling, weight }));
  all.sort((a, b) => a.place - b.place);
  const groups: Group[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    const place = all[start]?.place ?? 0;
    while (all[end]?.place === place) end += 1;
    const firsts = all
      .slice(start, end)
      .filter(({ spelling }, index, same) => same.findIndex((one) => one.spelling.term === spelling.term) === index);
    const least = Math.min(...firsts.map(({ weight }) => weight));
    groups.push({
      place,
      spellings: firsts.map(({ spelling }) => spelling),
      weight: Math.min(least * firsts.length, mostWeight),
    });
  }
  return groups;
}

// By each word's first spelling in the document.
function weighWords(own: readonly Occurrence[]): Iterable<readonly [Spelling, number]> {
  const [only] = own;
  if (only && own.length === 1) {
    let total = 0;
    let last = -1;
    readPlaces(only[0].postings, only[1], (weight, place) => {
      // A place of which two forms have one stem is there twice.
      if (place !== last) total += weight;
      last = place;
    });
    return total > 0 ? [[only[0], total]] : [];
  }
  const firsts = new Map<Word, Spelling>();
  for (const [spelling] of own) if (!firsts.has(spelling.word)) firsts.set(spelling.word, spelling);
  const totals = new Map<Spelling, number>();
  for (const { spellings, weight } of groupPlaces(own)) {
    for (const { word } of spellings) {
      const first = firsts.get(word);
      if (first) totals.set(first, (totals.get(first) ?? 0) + weight);
    }
  }
  return totals;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
