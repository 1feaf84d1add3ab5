/** Words that nearly every text has: they find nothing, and their part of the index is the largest. */
const emptyWords = new Set(
  'a an and are as at be been by for from had has he in is it its of on or that the to was were with'.split(' '),
);
/** A letter alone begins so many words that it tells nothing. */
const tooShort = /^\p{L}$/u;
/** More words begin with a letter or two than can be meant. */
const shortestBeginning = 3;
const lastWord = /\S*$/;

/** Returns the words of a query that are sought; in quotation marks, the text as it stands. */
export function tellingWords(text: string): string {
  if (text.includes('"')) return text;
  const words = text.split(/\s+/).filter((word) => !tooShort.test(word));
  const kept = words.filter((word) => !emptyWords.has(word.toLowerCase()));
  return (kept.length === 0 ? words : kept).join(' ');
}

/** Tells whether a query ends in the first letter or two of a word. */
export function beginsWord(query: string): boolean {
  const last = lastWord.exec(query)?.[0] ?? '';
  return last !== '' && last.length < shortestBeginning;
}

/** Returns a query without its last word, and that word. */
export function splitLast(query: string): { start: string; last: string } {
  const last = lastWord.exec(query.trim())?.[0] ?? '';
  return {
    start: query
      .trim()
      .slice(0, -last.length || undefined)
      .trim(),
    last,
  };
}
