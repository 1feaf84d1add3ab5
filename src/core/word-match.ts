// Words that carry no meaning in a name.
const fillers = new Set(['of', 'the', 'for', 'and', 'in', 's', 'de', 'facto']);
// Adjectives of countries that do not begin with the country's name, and spellings of one word.
const kin: Readonly<Record<string, string>> = {
  turkish: 'turkey',
  french: 'france',
  american: 'states',
  us: 'states',
  defense: 'defence',
  artsakh: 'karabakh',
  ministers: 'minister',
};
const endingLimit = 3;

/**
 * Returns how much of a name the words of a query make up, 0 to 1; 0 if one of them is not in it. Words match by a shared
 * beginning, so that `Armenian` finds `Armenia`.
 *
 * @example matchWords('armenian foreign ministry', 'ministry of foreign affairs of armenia') // 0.75
 */
export function matchWords(query: string, name: string): number {
  return matchMeaningful(meaningfulWords(query), meaningfulWords(name));
}

/** Returns the same for words that were taken apart before. */
export function matchMeaningful(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0 || wanted.length > words.length) return 0;
  const open = [...words];
  for (const word of wanted) {
    const found = open.findIndex((other) => isKin(word, other));
    if (found < 0) return 0;
    open.splice(found, 1);
  }
  return wanted.length / words.length;
}

/** Returns the words of a folded name that carry a meaning, in the form by which they are compared. */
export function meaningfulWords(text: string): string[] {
  return text
    .split(' ')
    .map((word) => kin[word] ?? word.replace(/s$/, ''))
    .filter((word) => word !== '' && !fillers.has(word));
}

function isKin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return a === b || (short.length >= 4 && long.startsWith(short) && long.length - short.length <= endingLimit);
}
