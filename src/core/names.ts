// Letters that Unicode does not decompose, by the plain letter that readers type for them.
const plainLetters: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Returns the form under which a name is compared: lower case, without marks, apostrophes and hyphens, in its own script.
 *
 * @example foldName("Step'anakert") // 'stepanakert'
 * @example foldName('Xankəndi') // 'xankendi'
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[əıøłđßæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/['’‘ʼʻʹ`´]/g, '')
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** Returns the slug of a name: its folded words joined by hyphens. */
export function slugOf(name: string): string {
  return foldName(name).replaceAll(' ', '-');
}
