import { rangeFacets } from '../core/date-facets.ts';
import { type Found, search } from './engine.ts';
import { loadNames, type NameFinder } from './names.ts';
import { loadPagefind, type Pagefind, type PagefindOptions } from './pagefind.ts';
import { createChip, createName, createRecord, createResult, fillFacet } from './search-results.ts';
import { controls, facets, formatState, readState, type SearchState, writeState } from './search-state.ts';

const pageSize = 10;
const typingDelay = 80;
const firstDay = '1900-01-01';
const lastDay = '2099-12-31';

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
    // On a phone the results come before what narrows them.
    if (matchMedia('(min-width: 48rem)').matches) this.#form.querySelector('details')?.setAttribute('open', '');
    this.#show(readState(location.search));
    this.#input.addEventListener('focus', () => this.#guard(this.#load()), { once: true });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#change(this.#state(), 'replace'), typingDelay);
    });
    this.#form.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#change(this.#state(), 'push');
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change(this.#state(), 'push');
    });
    window.addEventListener('popstate', () => {
      this.#show(readState(location.search));
      this.#guard(this.#search());
    });
    if (location.search.length > 1) this.#guard(this.#search());
  }

  #change(state: SearchState, mode: 'push' | 'replace'): void {
    writeState(state, mode);
    this.#guard(this.#search());
  }

  // Not by FormData, which leaves disabled controls out.
  #state(): SearchState {
    const values = controls.map((name): [string, string] => [name, this.#control(name).value]);
    return readState(`?${new URLSearchParams([['q', this.#input.value], ...values])}`);
  }

  #show(state: SearchState): void {
    this.#input.value = state.q;
    for (const name of controls) {
      const control = this.#control(name);
      // Options come with the index; until then the value of the address is the only other one.
      if (
        control instanceof HTMLSelectElement &&
        state[name] &&
        ![...control.options].some((option) => option.value === state[name])
      ) {
        control.append(new Option(state[name], state[name]));
      }
      control.value = state[name];
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
      this.#showFacets(await pagefind.filters());
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
    const found = await search(pagefind, names, state.q, toOptions(state));
    if (run !== this.#run) return;
    this.#part('names').replaceChildren(...(state.q === '' ? [] : names.find(state.q).map((hit) => createName(hit))));
    this.#showChips(state);
    this.#showRescue(state, found);
    const isBare = state.q === '' && controls.every((name) => state[name] === '');
    const counts = isBare ? found.search.totalFilters : found.search.filters;
    if (Object.keys(counts).length > 0) this.#showFacets(counts);
    await this.#showResults(found, state, run);
    if (run === this.#run) setState('ready');
  }

  async #showResults(found: Found, state: SearchState, run: number): Promise<void> {
    const list = this.#part('results');
    const more = this.#part('more') as HTMLButtonElement;
    const total = found.search.results.length;
    // A name's own record comes first, unless another order or a narrower search was asked for.
    const records = controls.every((name) => state[name] === '') ? found.records : [];
    const pinned = new Set(records.map((record) => record.href));
    let shown = 0;
    const showNext = async () => {
      const results = await Promise.all(
        found.search.results.slice(shown, shown + pageSize).map((result) => result.data()),
      );
      if (run !== this.#run) return;
      const others = results
        .filter((result) => !pinned.has(result.url))
        .map((result) => createResult(result, state.from !== '' || state.to !== ''));
      if (shown === 0) list.replaceChildren(...records.map((record) => createRecord(record)), ...others);
      else list.append(...others);
      shown += results.length;
      more.hidden = shown >= total;
      more.onclick = () => this.#guard(showNext());
    };
    await showNext();
    const count = Math.max(total, records.length);
    this.#part('status').textContent =
      count === 0 ? 'No results.' : `${count.toLocaleString('en-GB')} ${count === 1 ? 'result' : 'results'}.`;
  }

  #showChips(state: SearchState): void {
    const set = controls.filter((name) => name !== 'sort' && state[name] !== '');
    const chips = set.map((name) =>
      createChip(`${name}: ${state[name]}`, () => {
        const next = { ...state, [name]: '' };
        this.#show(next);
        this.#change(next, 'push');
      }),
    );
    this.#part('chips').replaceChildren(...chips);
  }

  #showRescue(state: SearchState, found: Found): void {
    const rescue = this.#part('did-you-mean');
    const isEmpty = found.search.results.length === 0 && found.records.length === 0 && state.q !== '';
    rescue.hidden = found.meant === undefined && found.dropped === undefined && !isEmpty;
    rescue.replaceChildren();
    if (found.meant !== undefined) {
      rescue.append(
        `Nothing found for “${state.q}”. Did you mean `,
        createLink(`?${formatState({ ...state, q: found.meant })}`, found.meant),
        '? Its results:',
      );
    } else if (found.dropped !== undefined) {
      rescue.append(`No text has all these words. Without “${found.dropped}”:`);
    } else if (isEmpty) {
      const { allNames = '', days = '' } = this.#form.dataset;
      rescue.append(
        `Nothing found for “${state.q}”. Every name is in the `,
        createLink(allNames, 'A to Z of names'),
        ', every day in the ',
        createLink(days, 'calendar'),
        '.',
      );
    }
  }

  #showFacets(counts: Record<string, Record<string, number>>): void {
    for (const name of facets) fillFacet(this.#control(name) as HTMLSelectElement, counts[name] ?? {});
    this.#form.querySelector('fieldset')?.removeAttribute('disabled');
  }

  #control(name: string): HTMLSelectElement | HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement | HTMLInputElement;
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
      const { allNames = '' } = this.#form.dataset;
      this.#part('status').replaceChildren(
        'The search index could not be loaded. Every name is in the ',
        createLink(allNames, 'A to Z of names'),
        '; please try again later.',
      );
      console.error(error);
    });
  }
}

function toOptions(state: SearchState): PagefindOptions {
  const filters: PagefindOptions['filters'] = Object.fromEntries(
    facets.filter((name) => state[name] !== '').map((name) => [name, state[name]]),
  );
  if (state.from !== '' || state.to !== '')
    filters['date'] = { any: rangeFacets(state.from || firstDay, state.to || lastDay) };
  return { filters, ...(state.sort === '' ? {} : { sort: { date: state.sort as 'asc' | 'desc' } }) };
}

function createLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function setState(state: 'loading' | 'ready' | 'error'): void {
  document.documentElement.dataset['search'] = state;
}
