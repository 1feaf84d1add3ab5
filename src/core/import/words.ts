import { foldName } from '../names.ts';

/** One word of a text: as written, folded for comparison, and where it stands. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

// `U.S.` is one word, `Azerbaijan's` is one, `Nagorno-Karabakh` and `Su-25` are two.
const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu;
const britishForms: Readonly<Record<string, string>> = {
  defense: 'defence',
  organization: 'organisation',
  center: 'centre',
};

/** Returns the words of a text; possessive endings are folded away, American spellings become British. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Returns the form under which a whole name is looked up: its folded words without anything between them.
 *
 * @example nameKey('Organization for Security and Co-operation in Europe') // 'organisationforsecurityandcooperationineurope'
 */
export function nameKey(text: string): string {
  return splitWords(text)
    .map((word) => word.folded)
    .join('');
}

/** Returns at most eight words of a text from an offset on: enough to find the place, too little to be a copy of it. */
export function pointTo(text: string, offset: number): string {
  const words = text
    .slice(offset)
    .replaceAll(/[“”"«»]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, pointerWords);
  return words.join(' ').replace(/[\s,;:.–—-]+$/, '');
}

/** How many words of an article a pointer may show. */
export const pointerWords = 8;

function foldWord(text: string): string {
  const folded = foldName(text.replaceAll('.', '').replace(/['’ʼ`]s$/i, '')).replaceAll(' ', '');
  return britishForms[folded] ?? folded;
}
