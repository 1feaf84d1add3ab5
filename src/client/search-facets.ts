import { rangeFacets } from '../core/date-facets.ts';
import { type Found, search } from './engine.ts';
import type { FacetCounts, Filters } from './full-text/filters.ts';
import type { FullText } from './full-text/full-text.ts';
import type { NameFinder } from './names.ts';
import { controls, facets, type SearchState } from './search-state.ts';

/** Where a range begins and ends that was left open. */
const openRange = { from: '1800-01-01', to: '2099-12-31' };

/** What a search asks. */
export interface Engines {
  readonly fullText: FullText;
  readonly names: NameFinder;
}

/** Returns how many results each value of each facet has, by the other facets alone: what is set may be set otherwise. */
export async function countFacets(
  { fullText, names }: Engines,
  state: SearchState,
  found: Found,
): Promise<FacetCounts> {
  const counts = found.search.count();
  for (const name of facets.filter((facet) => state[facet] !== '')) {
    const options = {
      filters: toFilters({ ...state, [name]: '' }),
      sort: state.sort,
      isUnfinished: found.isProvisional,
    };
    const others = await search(fullText, names, state.q, options);
    counts[name] = others.search.count()[name] ?? {};
  }
  return counts;
}

/** Returns the names of what narrows a search. */
export function listSet(state: SearchState) {
  return controls.filter((name) => name !== 'sort' && state[name] !== '');
}

/** Returns the filters that stand for what narrows a search; a range is the fewest days, months and years that cover it. */
export function toFilters(state: SearchState): Filters {
  const filters = Object.fromEntries(facets.filter((name) => state[name] !== '').map((name) => [name, state[name]]));
  if (state.from === '' && state.to === '') return filters;
  return { ...filters, date: { any: rangeFacets(state.from || openRange.from, state.to || openRange.to) } };
}
