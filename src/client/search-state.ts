/** The facets that a search may be narrowed by. */
export const facets = ['type', 'kind', 'actor', 'place', 'side', 'standing', 'class', 'year', 'month'] as const;

/** Everything in the address, apart from what is searched. */
export const controls = [...facets, 'from', 'to', 'sort'] as const;

/** By relevance, oldest first, or newest first. */
export type SortOrder = '' | 'asc' | 'desc';

/** What is searched, as it stands in the address; empty strings where nothing is set. */
export type SearchState = Record<'q' | Exclude<(typeof controls)[number], 'sort'>, string> & { sort: SortOrder };

/** Reads the state of an address's query; dates and sort orders that are none are left out. */
export function readState(query: string): SearchState {
  const values = new URLSearchParams(query);
  const get = (name: string) => values.get(name)?.trim() ?? '';
  const state = Object.fromEntries(['q', ...controls].map((name) => [name, get(name)])) as SearchState;
  if (!/^(?:asc|desc)$/.test(state.sort)) state.sort = '';
  for (const name of ['from', 'to'] as const) if (!/^\d{4}-\d{2}-\d{2}$/.test(state[name])) state[name] = '';
  return state;
}

/** Returns the query of an address for a state. */
export function formatState(state: SearchState): string {
  return new URLSearchParams(Object.entries(state).filter(([, value]) => value !== '')).toString();
}

/** Puts the state into the address, as a step that “back” undoes or in place of the last one. */
export function writeState(state: SearchState, mode: 'push' | 'replace'): void {
  const query = formatState(state);
  const address = query === '' ? location.pathname : `?${query}`;
  if (mode === 'push') history.pushState(undefined, '', address);
  else history.replaceState(undefined, '', address);
}
