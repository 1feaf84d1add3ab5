import { createRandom, type Random } from './random.ts';

/** How many words there are; a chronicle of 10,000 entries has about two thirds of them. */
const size = 60_000;
/** From this rank on, words become rare faster. */
const bend = 1000;
const flatness = 1.7;
const tail = 2.2;
/** The share of words of each length, from 1 letter, among all different words of the real content, in thousandths. */
const lengths = [5, 32, 66, 99, 126, 153, 150, 136, 99, 61, 36, 19, 10, 6];
/** What syllables begin and end with, each as often as it stands here. */
const openings = split('s s s s p p p r r r c c c c m m m d d d f f t t b b l l h n g v w k pr st tr sh');
const vowels = split('a a a a e e e e e i i i o o o u u');
const closings = split('r r r r n n n n n s s s t t l l m c d nt');
const vocabulary = makeVocabulary();
const weights = addUp(vocabulary.map((_, rank) => weigh(rank + 1)));

/**
 * Returns a made word that means nothing. How frequent words are is fitted to the real content (288 entries, 79,851 words,
 * 4,015 of them different): the first has 5.4 % of a text, the tenth 1.3, the hundredth 0.13, the thousandth 0.013; 52.7 % is
 * the first hundred, 87.1 % the first thousand; 1,000 words have 277 different ones, 10,000 have 1,394, 79,851 have 4,015.
 * Made text is unlike it in that its words do not keep to a subject, so that a word is in more of the entries.
 */
export function makeWord(random: Random): string {
  return vocabulary[findAbove(weights, random.next() * (weights.at(-1) ?? 0))] ?? '';
}

/** Returns several words. */
export function makeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => makeWord(random)).join(' ');
}

/** Returns a sentence of about a hundred characters. */
export function makeSentence(random: Random): string {
  const text = makeWords(random, 14 + random.below(5));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Returns a paragraph of so many sentences. */
export function makeParagraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => makeSentence(random)).join(' ');
}

// Zipf's law with its two slopes.
function weigh(rank: number): number {
  return rank <= bend ? 1 / (rank + flatness) : (1 / (bend + flatness)) * (rank / bend) ** -tail;
}

// In order of rank; frequent words are short.
function makeVocabulary(): string[] {
  const random = createRandom(size);
  const lengthSums = addUp(lengths);
  const words = new Set<string>();
  while (words.size < size) {
    const length = 1 + findAbove(lengthSums, random.next() * (lengthSums.at(-1) ?? 0));
    const most = 1.5 + 0.75 * Math.log2(words.size + 1);
    words.add(makeSyllables(random, Math.ceil(Math.min(length, most))));
  }
  return [...words];
}

function makeSyllables(random: Random, length: number): string {
  let word = random.chance(0.2) ? '' : random.pick(openings);
  while (word.length < length)
    word += random.pick(vowels) + (random.chance(0.5) ? random.pick(closings) : '') + random.pick(openings);
  return word.slice(0, length);
}

function addUp(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

// The first whose sum is above a number.
function findAbove(sums: readonly number[], number: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

function split(text: string): string[] {
  return text.split(' ');
}
