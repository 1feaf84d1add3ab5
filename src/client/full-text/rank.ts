import type { IndexMeta } from '../../core/brief-meta.ts';
import { type Matches, type Occurrence, Occurrences } from './match.ts';
import { weighWords } from './places.ts';
import { readFields, type Word } from './words.ts';

/** A document that matches. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
}

/** What a word of the text weighs that is in no heading. */
const plainWeight = 24;
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

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
