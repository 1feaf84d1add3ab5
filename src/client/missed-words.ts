import { foldName } from '../core/names.ts';
import type { FullTextResult, FullTextSearch } from './full-text/full-text.ts';
import type { NameFinder } from './names.ts';
import { tellingWords } from './query-words.ts';

/** Endings by which a word may be longer than what it matched; the index holds stems. */
const endings = /^(?:s|es|d|ed|er|ers|ing|ly|n|ns|ian|ians|i|ese)$/;

/** Tells whether a search found none of what was sought: where a word is not in the index, a shorter beginning of it is matched; that is a miss too. */
export async function isMiss(names: NameFinder, found: FullTextSearch, query: string): Promise<boolean> {
  const first = await found.results[0]?.load();
  if (!first) return query !== '';
  const words = foldName(tellingWords(query))
    .split(' ')
    .filter((word) => word.length > 1);
  const matched = wordsOf(first);
  return words.some(
    (word) =>
      // Every word of a name is in the index.
      !names.hasWord(word) &&
      !matched.some(
        (other) => other.startsWith(word) || (word.startsWith(other) && endings.test(word.slice(other.length))),
      ),
  );
}

function wordsOf(result: FullTextResult): string[] {
  const marks = [result.excerpt, ...result.parts.map((part) => part.excerpt)].flatMap((pieces) =>
    pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text),
  );
  return foldName([...marks, ...Object.values(result.meta)].join(' ')).split(' ');
}
