import type { IndexMeta } from '../../core/brief-meta.ts';
import { stemEnglish } from './stem.ts';
import type { Word } from './words.ts';

/** A word of a query. */
export interface Term {
  /** As it was typed, in lower case. */
  readonly typed: string;
  /** Without marks on its letters. */
  readonly plain: string;
  readonly stem: string;
}

const punctuation = /^\p{Pd}|\p{Pe}|\p{Pf}|\p{Pi}|\p{Po}|\p{Ps}$/u;
/** Endings by which a word may be longer than what it matched; the index holds stems. */
const endings = /^(?:s|es|d|ed|er|ers|ing|ly|n|ns|ian|ians|i|ese)$/;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the words of a query as the index has them: punctuation joins what it stands between. */
export function readTerms(query: string): Term[] {
  const kept = [...letters.segment(query)].map(({ segment }) => segment).filter((letter) => !punctuation.test(letter));
  const words = kept.join('').toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((typed) => {
    const plain = typed.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return { typed, plain, stem: stemEnglish(plain) };
  });
}

/** Tells whether a word of a text is what was typed: it begins so, or what was typed is the word with an ending; both folded, or both as stems. */
export function isFormOf(typed: string, word: string): boolean {
  return word.startsWith(typed) || (typed.startsWith(word) && endings.test(typed.slice(word.length)));
}

/** Returns the names of the files that may have a word or words that begin with it; not all of those, for that may be half of an index. */
export function chooseChunks(chunks: IndexMeta['chunks'], term: Term): string[] {
  const names = [term.plain, term.stem].flatMap((word) => {
    const certain = chunks.filter(([first, last]) => word >= first && word <= last);
    return (certain.length > 0 ? certain : chunks.filter((chunk) => mayHave(chunk, word))).map(([, , name]) => name);
  });
  return [...new Set(names)];
}

/** Returns the words that begin with a term's stem; where there is none, the longest that the stem begins with. */
export function findWords(words: readonly Word[], { stem }: Term): Word[] {
  const longer = words.filter((word) => word.text.startsWith(stem));
  if (longer.length > 0) return longer;
  const shorter = words.filter((word) => stem.startsWith(word.text));
  return shorter.toSorted((a, b) => b.text.length - a.text.length).slice(0, 1);
}

// Compares no more than the file's own beginnings tell.
function mayHave([first, last]: IndexMeta['chunks'][number], word: string): boolean {
  const from = Math.min(word.length, first.length);
  const to = Math.min(word.length, last.length);
  return word.slice(0, from) >= first.slice(0, from) && word.slice(0, to) <= last.slice(0, to);
}
