/** Words whose stems follow no rule; those with themselves have no shorter one. */
const exceptions: Readonly<Record<string, string>> = {
  skis: 'ski',
  skies: 'sky',
  idly: 'idl',
  gently: 'gentl',
  ugly: 'ugli',
  early: 'earli',
  only: 'onli',
  singly: 'singl',
  ...Object.fromEntries(['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word])),
};
/** Beginnings after which the first region starts at once. */
const beginnings = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const vowelThenNot = /[aeiouy][^aeiouy]/g;

type Ending = readonly [ending: string, replacement: string];

const secondEndings = longestFirst([
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['entli', 'ent'],
  ['izer', 'ize'],
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['alli', 'al'],
  ['fulness', 'ful'],
  ['fulli', 'ful'],
  ['ousli', 'ous'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['bli', 'ble'],
  ['ogist', 'og'],
  ['ogi', 'og'],
  ['lessli', 'less'],
  ['li', ''],
]);
const thirdEndings = longestFirst([
  ['tional', 'tion'],
  ['ational', 'ate'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
  ['ative', ''],
]);
const fourthEndings = /(?:ement|ment|ance|ence|able|ible|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/;

/**
 * Returns the stem of an English word in lower case, as in the index (Snowball 3, snowballstem.org/algorithms/english).
 *
 * @example stemEnglish('organizations') // 'organiz'
 */
export function stemEnglish(word: string): string {
  const exception = Object.hasOwn(exceptions, word) ? exceptions[word] : undefined;
  if (exception !== undefined || word.length < 3) return exception ?? word;
  // A `y` that is no vowel is written large.
  const marked = word
    .replace(/^'/, '')
    .replace(/^y/, 'Y')
    .replaceAll(/([aeiouy])y/g, '$1Y');
  const first = regionAfter(marked, beginnings.exec(marked)?.[0].length);
  const second = regionAfter(marked, undefined, first);
  const plain = endingY(withoutPast(withoutPlural(marked), first));
  const third = replaceThird(replaceSecond(plain, first), first, second);
  return lastLetter(withoutFourth(third, second), first, second).toLowerCase();
}

function regionAfter(word: string, known: number | undefined, from = 0): number {
  if (known !== undefined) return known;
  vowelThenNot.lastIndex = from;
  return vowelThenNot.test(word) ? vowelThenNot.lastIndex : word.length;
}

function withoutPlural(word: string): string {
  const text = word.replace(/'(?:s'?)?$/, '');
  if (text.endsWith('sses')) return text.slice(0, -2);
  if (/ie[ds]$/.test(text)) return text.slice(0, text.length > 4 ? -2 : -1);
  return /[aeiouy].+s$/.test(text) && !/[us]s$/.test(text) ? text.slice(0, -1) : text;
}

function withoutPast(word: string, first: number): string {
  const eed = /^(.*)eed(?:ly)?$/.exec(word);
  if (eed) {
    const [, start = ''] = eed;
    return start.length < first || /^(?:succ|proc|exc)$/.test(start) ? word : `${start}ee`;
  }
  const start = /^(.*?)(?:ed|ing)(?:ly)?$/.exec(word)?.[1];
  if (start === undefined) return word;
  if (word.endsWith('ing')) {
    if (/^[^aeiouy]y$/.test(start)) return `${start.charAt(0)}ie`;
    if (/^(?:even|cann|inn|earr|herr|out)$/.test(start)) return word;
  }
  if (!/[aeiouy]/.test(start)) return word;
  if (/(?:at|bl|iz)$/.test(start)) return `${start}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(start)) return /^[aeo]..$/.test(start) ? start : start.slice(0, -1);
  return start.length === first && isShort(start) ? `${start}e` : start;
}

function endingY(word: string): string {
  return /.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

function replaceSecond(word: string, first: number): string {
  const found = secondEndings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, replacement] = found;
  const start = word.slice(0, -ending.length);
  if (start.length < first) return word;
  if (ending === 'ogi' && !start.endsWith('l')) return word;
  if (ending === 'li' && !/[cdeghkmnrt]$/.test(start)) return word;
  return start + replacement;
}

function replaceThird(word: string, first: number, second: number): string {
  const found = thirdEndings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, replacement] = found;
  const start = word.slice(0, -ending.length);
  return start.length < (ending === 'ative' ? Math.max(first, second) : first) ? word : start + replacement;
}

function withoutFourth(word: string, second: number): string {
  const ending = fourthEndings.exec(word)?.[0];
  if (ending === undefined) return word;
  const start = word.slice(0, -ending.length);
  return start.length < second || (ending === 'ion' && !/[st]$/.test(start)) ? word : start;
}

function lastLetter(word: string, first: number, second: number): string {
  const start = word.slice(0, -1);
  const isLong = start.length >= second;
  if (word.endsWith('e')) return isLong || (start.length >= first && !isShort(start)) ? start : word;
  return word.endsWith('ll') && isLong ? start : word;
}

function isShort(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/.test(word);
}

function longestFirst(endings: Ending[]): Ending[] {
  return endings.sort(([a], [b]) => b.length - a.length);
}
