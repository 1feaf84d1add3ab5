import type { WordData } from './schema.ts';

/** A loaded word found in a text. */
export interface FoundWord {
  readonly word: WordData;
  readonly text: string;
  readonly offset: number;
}

/** Finds loaded words in a text. */
export type WordFinder = (text: string) => FoundWord[];

/** Returns a finder for words of a list; names that the chronicle knows and the listed exceptions are passed over. */
export function createWordFinder(words: readonly WordData[], names: Iterable<string>): WordFinder {
  const allowed = new Set([...names, ...words.flatMap((word) => word.except)].map((text) => text.toLowerCase()));
  const patterns = words.map((word) => ({ word, pattern: toPattern(word.forms) }));
  const isLoaded = (text: string) => patterns.some(({ pattern }) => [...text.matchAll(pattern)].length > 0);
  const phrases = [...allowed].filter(isLoaded).sort((a, b) => b.length - a.length);
  return (text) => {
    const open = phrases.length === 0 ? text : blank(text, phrases);
    return patterns
      .flatMap(({ word, pattern }) =>
        Array.from(open.matchAll(pattern), (match) => ({ word, text: match[0], offset: match.index })),
      )
      .sort((a, b) => a.offset - b.offset);
  };
}

function toPattern(forms: readonly string[]): RegExp {
  const alternatives = forms.map((form) => escapePattern(form).replaceAll('\\*', '\\p{L}*').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function blank(text: string, phrases: readonly string[]): string {
  const pattern = new RegExp(phrases.map((phrase) => escapePattern(phrase).replaceAll(' ', '\\s+')).join('|'), 'giu');
  return text.replaceAll(pattern, (match) => ' '.repeat(match.length));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
