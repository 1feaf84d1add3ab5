import { createRandom, type Random } from './random.ts';

const openings = ['b', 'd', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'sh', 'kh'] as const;
const vowels = ['a', 'e', 'i', 'o', 'u'] as const;
const closings = ['', '', 'n', 'r', 's', 'l'] as const;
const vocabulary = makeVocabulary(12_000);

/** Returns a made word that means nothing; few words are frequent and most are rare, as in a language. */
export function makeWord(random: Random): string {
  return vocabulary[Math.floor(vocabulary.length * random.next() ** 3)] ?? '';
}

/** Returns several words. */
export function makeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => makeWord(random)).join(' ');
}

/** Returns a sentence of about a hundred characters. */
export function makeSentence(random: Random): string {
  const text = makeWords(random, 13 + random.below(5));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Returns a paragraph of so many sentences. */
export function makeParagraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => makeSentence(random)).join(' ');
}

function makeVocabulary(size: number): string[] {
  const random = createRandom(size);
  const syllable = () => random.pick(openings) + random.pick(vowels) + random.pick(closings);
  return Array.from({ length: size }, () => Array.from({ length: 1 + random.below(3) }, syllable).join(''));
}
