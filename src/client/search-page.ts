import { foldName } from '../core/names.ts';
import { loadNames, type NameFinder } from './names.ts';
import { loadPagefind, type Pagefind, type PagefindSearch } from './pagefind.ts';
import { createName, createResult, fillFacet } from './search-results.ts';
import { facets, readState, type SearchState, writeState } from './search-state.ts';

const pageSize = 10;
const typingDelay = 120;
/** How many letters shorter than the word a match may not be. */
const cutOff = 3;

/** Runs the search page: state in the address, full text and names together, a rescue where nothing is found. */
export function startSearchPage(): void {
  const form = document.querySelector<HTMLFormElement>('[data-search-form]');
  if (form) new SearchPage(form).start();
}

class SearchPage {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  #engines: Promise<{ pagefind: Pagefind; names: NameFinder }> | undefined;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#input = form.elements.namedItem('q') as HTMLInputElement;
  }

  start(): void {
    this.#show(readState(location.search));
    this.#input.addEventListener('focus', () => this.#guard(this.#load()), { once: true });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#change('replace'), typingDelay);
    });
    this.#form.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#change('push');
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change('push');
    });
    window.addEventListener('popstate', () => {
      this.#show(readState(location.search));
      this.#guard(this.#search());
    });
    if (location.search.length > 1) this.#guard(this.#search());
  }

  #change(mode: 'push' | 'replace'): void {
    writeState(this.#state(), mode);
    this.#guard(this.#search());
  }

  #state(): SearchState {
    // Not by FormData, which leaves disabled controls out.
    const values = [...facets, 'sort'].map((name): [string, string] => [name, this.#select(name).value]);
    return readState(`?${new URLSearchParams([['q', this.#input.value], ...values])}`);
  }

  #show(state: SearchState): void {
    this.#input.value = state.q;
    for (const name of [...facets, 'sort'] as const) {
      const select = this.#select(name);
      // Options come with the index; until then the value of the address is the only other one.
      if (state[name] && ![...select.options].some((option) => option.value === state[name]))
        select.append(new Option(state[name], state[name]));
      select.value = state[name];
    }
  }

  async #load() {
    const { index = '', base = '', nameFile = '' } = this.#form.dataset;
    if (!this.#engines) {
      setState('loading');
      this.#engines = Promise.all([loadPagefind(index, base), loadNames(nameFile)]).then(([pagefind, names]) => ({
        pagefind,
        names,
      }));
      const { pagefind } = await this.#engines;
      const counts = await pagefind.filters();
      this.#showFacets(counts);
      setState('ready');
    }
    return this.#engines;
  }

  async #search(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { pagefind, names } = await this.#load();
    const state = this.#state();
    setState('loading');
    // A name in any spelling is searched under the record's display name, which all its entries carry.
    const exact = names.findExact(state.q);
    const found = exact
      ? await this.#findName(pagefind, state, exact.name)
      : await this.#find(pagefind, state, state.q);
    const nearest = !exact && (await isMiss(found, state.q)) ? names.findNear(state.q) : undefined;
    const rescued = nearest ? await this.#findName(pagefind, state, nearest.name) : undefined;
    if (run !== this.#run) return;
    this.#showNames(state.q === '' ? [] : names.find(state.q).map((hit) => createName(hit)));
    this.#showRescue(state, nearest?.name);
    const shown = rescued ?? found;
    if (Object.keys(shown.filters).length > 0)
      this.#showFacets(
        state.q === '' && facets.every((name) => state[name] === '') ? shown.totalFilters : shown.filters,
      );
    await this.#showResults(shown, run);
    if (run === this.#run) setState('ready');
  }

  async #find(pagefind: Pagefind, state: SearchState, text: string): Promise<PagefindSearch> {
    const filters = Object.fromEntries(facets.filter((name) => state[name] !== '').map((name) => [name, state[name]]));
    const sort = state.sort === '' ? {} : { sort: { date: state.sort } };
    return pagefind.search(text === '' ? null : text, { filters, ...sort });
  }

  /** Searches a name by its record: the record itself comes first, then all that lists it. */
  async #findName(pagefind: Pagefind, state: SearchState, name: string): Promise<PagefindSearch> {
    const found = await this.#find(pagefind, state, name);
    if ([...facets, 'sort' as const].some((key) => state[key] !== '')) return found;
    const [places, actors] = await Promise.all([
      pagefind.search(null, { filters: { type: 'Place', place: name } }),
      pagefind.search(null, { filters: { type: 'Actor', actor: name } }),
    ]);
    const records = [...places.results, ...actors.results];
    const ids = new Set(records.map((result) => result.id));
    return { ...found, results: [...records, ...found.results.filter((result) => !ids.has(result.id))] };
  }

  async #showResults(found: PagefindSearch, run: number): Promise<void> {
    const list = this.#part('results');
    const more = this.#part('more') as HTMLButtonElement;
    const total = found.results.length;
    this.#part('status').textContent =
      total === 0 ? 'No results.' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'result' : 'results'}.`;
    let shown = 0;
    const showNext = async () => {
      const results = await Promise.all(found.results.slice(shown, shown + pageSize).map((result) => result.data()));
      if (run !== this.#run) return;
      const items = results.map((result) => createResult(result));
      if (shown === 0) list.replaceChildren(...items);
      else list.append(...items);
      shown += results.length;
      more.hidden = shown >= total;
      more.onclick = () => this.#guard(showNext());
    };
    await showNext();
  }

  #showNames(items: readonly HTMLElement[]): void {
    this.#part('names').replaceChildren(...items);
  }

  #showRescue(state: SearchState, name: string | undefined): void {
    const rescue = this.#part('did-you-mean');
    rescue.hidden = name === undefined;
    rescue.replaceChildren();
    if (name === undefined) return;
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ ...state, q: name })}`;
    link.textContent = name;
    rescue.append(`Nothing found for “${state.q}”. Did you mean `, link, '? Its results:');
  }

  #showFacets(counts: PagefindSearch['filters']): void {
    for (const name of facets) fillFacet(this.#select(name), counts[name] ?? {});
    this.#form.querySelector('fieldset')?.removeAttribute('disabled');
  }

  #select(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  #part(name: string): HTMLElement {
    const part = document.querySelector<HTMLElement>(`#main [data-${name}]`);
    if (!part) throw new Error(`The search page has no [data-${name}]`);
    return part;
  }

  #guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      setState('error');
      this.#engines = undefined;
      this.#part('status').textContent =
        'The search index could not be loaded. Every name is in the A to Z of names; please try again later.';
      console.error(error);
    });
  }
}

// Where a word is not in the index, Pagefind matches a shorter beginning of it; that is a miss too.
async function isMiss(found: PagefindSearch, query: string): Promise<boolean> {
  const first = await found.results[0]?.data();
  if (!first) return true;
  const marks = [...first.excerpt.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => foldName(match[1] ?? ''));
  const words = foldName(query).split(' ');
  return (
    marks.length > 0 &&
    words.every((word) => marks.every((mark) => word.startsWith(mark) && word.length - mark.length >= cutOff))
  );
}

function setState(state: 'loading' | 'ready' | 'error'): void {
  document.documentElement.dataset['search'] = state;
}
