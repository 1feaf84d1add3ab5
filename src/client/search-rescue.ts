import type { Found } from './engine.ts';
import type { NameHit } from './names.ts';
import { createLink } from './search-results.ts';
import { formatState, type SearchState } from './search-state.ts';

/** Where a reader goes on who found nothing. */
export interface WaysOn {
  readonly allNames: string;
  readonly days: string;
}

/** Tells whether a search found nothing at all. */
export function isEmpty({ search, records }: Found, { q }: SearchState): boolean {
  return search.results.length === 0 && records.length === 0 && q !== '';
}

/** Returns what is said where a search found nothing, or something else than was asked for; nothing where all is well. */
export function createRescue(
  state: SearchState,
  found: Found,
  similar: readonly NameHit[],
  { allNames, days }: WaysOn,
): (string | Node)[] {
  if (found.meant !== undefined) {
    const link = createLink(`?${formatState({ ...state, q: found.meant })}`, found.meant);
    return [`Nothing found for “${state.q}”. Did you mean `, link, '? Its results:'];
  }
  if (found.dropped !== undefined) return [`No text has all these words. Without “${found.dropped}”:`];
  if (!isEmpty(found, state) || found.isProvisional) return [];
  const links = similar.flatMap(({ href, name }, index) => [index === 0 ? '' : ', ', createLink(href, name)]);
  return [
    `Nothing found for “${state.q}”. `,
    ...(links.length > 0 ? ['The nearest names: ', ...links, '. '] : []),
    'Every name is in the ',
    createLink(allNames, 'A to Z of names'),
    ', every day in the ',
    createLink(days, 'calendar'),
    '.',
  ];
}

/** Returns what is said where the index is not to be had. */
export function createApology(allNames: string): (string | Node)[] {
  return [
    'The search index could not be loaded. Every name is in the ',
    createLink(allNames, 'A to Z of names'),
    '; please try again later.',
  ];
}
