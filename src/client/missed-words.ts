import { foldName } from '../core/names.ts';
import type { FullText, FullTextResult, FullTextSearch } from './full-text/full-text.ts';
import { isFormOf } from './full-text/query.ts';
import type { NameFinder } from './names.ts';
import { tellingWords } from './query-words.ts';

/** Tells whether a query has a word that no text has, so that whatever would be found would not be what was sought. */
export async function hasUnknownWord(fullText: FullText, names: NameFinder, query: string): Promise<boolean> {
  const missing = await fullText.findMissing(tellingWords(query));
  return listUnnamed(names, query).some((word) => missing.includes(word));
}

/** Tells whether a search found none of what was sought: where a word is not in the index, a shorter beginning of it is matched; that is a miss too. */
export async function isMiss(names: NameFinder, found: FullTextSearch, query: string): Promise<boolean> {
  const first = await found.results[0]?.load();
  if (!first) return query !== '';
  const matched = wordsOf(first);
  return listUnnamed(names, query).some((word) => !matched.some((other) => isFormOf(word, other)));
}

// Every word of a name is in the index.
function listUnnamed(names: NameFinder, query: string): string[] {
  return foldName(tellingWords(query))
    .split(' ')
    .filter((word) => word.length > 1 && !names.hasWord(word));
}

function wordsOf(result: FullTextResult): string[] {
  const marks = [result.excerpt, ...result.parts.map((part) => part.excerpt)].flatMap((pieces) =>
    pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text),
  );
  return foldName([...marks, ...Object.values(result.meta)].join(' ')).split(' ');
}
