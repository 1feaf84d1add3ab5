/** The facets that a search may be narrowed by. */
export const facets = ['kind', 'actor', 'place', 'month'] as const;

/** What is searched, as it stands in the address; empty strings where nothing is set. */
export type SearchState = Record<'q' | (typeof facets)[number], string> & { sort: '' | 'asc' | 'desc' };

/** Reads the state of an address's query. */
export function readState(query: string): SearchState {
  const values = new URLSearchParams(query);
  const get = (name: string) => values.get(name)?.trim() ?? '';
  const sort = get('sort');
  return {
    q: get('q'),
    kind: get('kind'),
    actor: get('actor'),
    place: get('place'),
    month: get('month'),
    sort: sort === 'asc' || sort === 'desc' ? sort : '',
  };
}

/** Puts the state into the address, as a step that “back” undoes or in place of the last one. */
export function writeState(state: SearchState, mode: 'push' | 'replace'): void {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== '')).toString();
  const address = query === '' ? location.pathname : `?${query}`;
  if (mode === 'push') history.pushState(undefined, '', address);
  else history.replaceState(undefined, '', address);
}
