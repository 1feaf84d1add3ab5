import { createRandom, type Random } from './random.ts';

/** How many words there are; a chronicle of 10,000 entries has about half of them. */
const size = 60_000;
/** From this rank on, words become rare faster. */
const bend = 1000;
const flatness = 1.7;
const tail = 2.2;
/** The share of words of each length, from 1 letter, among all different words of the real content, in thousandths. */
const lengths = [5, 32, 66, 99, 126, 153, 150, 136, 99, 61, 36, 19, 10, 6];
/** The words of English that join others, by their ranks in the real content; `s` is that of the possessive. */
const joining = new Map([
  ...ranks(1, 'the of and that in to on'),
  ...ranks(8, 's a'),
  ...ranks(13, 'had was'),
  ...ranks(17, 'by'),
  ...ranks(19, 'were'),
  ...ranks(23, 'at'),
  ...ranks(25, 'it for'),
  ...ranks(28, 'with'),
  ...ranks(30, 'from an is as'),
  ...ranks(38, 'its'),
  ...ranks(41, 'been'),
  ...ranks(45, 'he are'),
  ...ranks(56, 'be'),
]);
const joiningWords = new Set(joining.values());
/** What syllables begin and end with, each as often as it stands here. */
const openings = split('s s s s p p p r r r c c c c m m m d d d f f t t b b l l h n g v w k pr st tr sh');
const vowels = split('a a a a e e e e e i i i o o o u u');
const closings = split('r r r r n n n n n s s s t t l l m c d nt');
const vocabulary = makeVocabulary();
const weights = addUp(vocabulary.map((_, rank) => weigh(rank + 1)));

/** Tells whether a word only joins others; nobody looks for one. */
export function isJoining(word: string): boolean {
  return joiningWords.has(word.toLowerCase());
}

/** Returns a made word that means nothing, as a name may have; none of those that join others. */
export function makeWord(random: Random): string {
  let word: string;
  do word = pickWord(random);
  while (joiningWords.has(word));
  return word;
}

/**
 * Returns several words as in a text. Their frequencies, lengths and number are fitted to the real content, and
 * `test/site/prose.test.ts` holds that they follow it. Made words do not keep to a subject, so that more entries have a
 * beginning than there.
 */
export function makeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => pickWord(random)).join(' ');
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

function pickWord(random: Random): string {
  return vocabulary[findAbove(weights, random.next() * (weights.at(-1) ?? 0))] ?? '';
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
    const rank = words.size + 1;
    const length = 1 + findAbove(lengthSums, random.next() * (lengthSums.at(-1) ?? 0));
    const word = makeSyllables(random, Math.ceil(Math.min(length, 1.5 + 0.75 * Math.log2(rank))));
    const joined = joining.get(rank);
    if (joined !== undefined || !joiningWords.has(word)) words.add(joined ?? word);
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

function ranks(first: number, words: string): [number, string][] {
  return split(words).map((word, index) => [first + index, word]);
}

function split(text: string): string[] {
  return text.split(' ');
}
