import type { Occurrence, Spelling } from './match.ts';
import { readPlaces, type Word } from './words.ts';

/** A place in a document's text that matches, and how much it says for an excerpt around it. */
export interface Place {
  readonly place: number;
  readonly score: number;
}

/** The most that one place weighs. */
const mostWeight = 255;

/** Returns where a document's text matches, in order. */
export function listPlaces(own: readonly Occurrence[]): Place[] {
  return groupPlaces(own).map(({ place, spellings, weight }) => ({
    place,
    score: weight ** 2 * spellings.reduce((sum, { lengthBonus }) => sum + lengthBonus, 0),
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
    const same = all.slice(start, end);
    const firsts = same.length === 1 ? same : firstOfEachTerm(same);
    const least = Math.min(...firsts.map(({ weight }) => weight));
    groups.push({
      place,
      spellings: firsts.map(({ spelling }) => spelling),
      weight: Math.min(least * firsts.length, mostWeight),
    });
  }
  return groups;
}

function firstOfEachTerm<T extends { readonly spelling: Spelling }>(same: readonly T[]): readonly T[] {
  return same.filter(
    ({ spelling }, index) => same.findIndex((other) => other.spelling.term === spelling.term) === index,
  );
}

/** Returns what each word weighs in a document's text, by the word's first spelling there. */
export function weighWords(own: readonly Occurrence[]): Iterable<readonly [Spelling, number]> {
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
