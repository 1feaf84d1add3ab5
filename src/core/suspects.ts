import type { MessageParts } from './messages.ts';

/** Something in a text that its reader would not see, or would take for something else. */
export interface Suspect {
  readonly index: number;
  readonly rule: 'control-character' | 'bidi-override' | 'mixed-script';
  readonly parts: MessageParts;
}

// Joiners and variation selectors are part of how some scripts and signs are written; no script of the sides' uses them.
const hidden =
  /(?![\t\n\r])\p{Cc}|(?!\u200C|\u200D|[\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}])\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|[\u2028\u2029\uFFF9-\uFFFD]/gu;
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const word = /\p{L}+/gu;
// Without letters of these no word can mix.
const notLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
} as const;

/** Finds characters that nobody sees and words in letters of several scripts that look alike, in order. */
export function findSuspects(text: string): Suspect[] {
  return [...findHidden(text), ...findMixed(text)].sort((a, b) => a.index - b.index);
}

/** Returns the name of a character as Unicode writes it: `U+0430`. */
export function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function findHidden(text: string): Suspect[] {
  return Array.from(text.matchAll(hidden)).map(({ 0: character, index }): Suspect => ({
    index,
    rule: direction.test(character) ? 'bidi-override' : 'control-character',
    parts: {
      what: 'character',
      actual: nameCharacter(character),
      expected: 'only characters that a reader can see',
    },
  }));
}

function findMixed(text: string): Suspect[] {
  if (!notLatin.test(text)) return [];
  return Array.from(text.matchAll(word)).flatMap((match) => {
    const found = Object.entries(scripts).filter(([, script]) => script.test(match[0]));
    const [first, second] = found;
    if (!first || !second) return [];
    const parts = {
      what: `word of ${found.map(([name]) => name).join(' and ')} letters`,
      actual: match[0],
      expected: 'a word in one script',
    };
    return [{ index: match.index, rule: 'mixed-script' as const, parts }];
  });
}
