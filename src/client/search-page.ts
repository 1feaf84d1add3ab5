import { search } from './engine.ts';
import type { FacetCounts } from './full-text/filters.ts';
import { FullText } from './full-text/full-text.ts';
import { loadNames, type NameFinder } from './names.ts';
import { ResultList } from './result-list.ts';
import { countFacets, type Engines, listSet, toFilters } from './search-facets.ts';
import { createApology, createRescue, isEmpty } from './search-rescue.ts';
import { createChip, createName, fillFacet } from './search-results.ts';
import { controls, facets, readState, type SearchState, writeState } from './search-state.ts';

/** How long after the answer to a key a reader is taken to have typed all, in milliseconds. */
const pause = 400;

/** How long the letters typed into a list of choices are taken together, in milliseconds. */
const typingStep = 1000;

/** Runs the search page: state in the address, full text and names together, a rescue where nothing is found. */
export function startSearchPage(): void {
  const form = document.querySelector<HTMLFormElement>('[data-search-form]');
  if (form) new SearchPage(form).start();
}

class SearchPage {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #facets: HTMLDetailsElement | null;
  readonly #list: ResultList;
  #engines: Promise<Engines> | undefined;
  #names: NameFinder | undefined;
  /** The query whose names are shown. */
  #named = '';
  #hasFacets = false;
  /** Counts what was asked for; `#searching` goes on until the last of it is answered. */
  #run = 0;
  #isUnfinished = false;
  /** Whether something was typed that is not in the address. */
  #isUnwritten = false;
  #changed: { control: EventTarget | null; time: number } = { control: null, time: 0 };
  #searching: Promise<void> | undefined;
  /** Runs while more may be typed. */
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#input = form.elements.namedItem('q') as HTMLInputElement;
    this.#facets = form.querySelector('details');
    this.#list = new ResultList(this.#part('results'), this.#part('more') as HTMLButtonElement);
  }

  start(): void {
    this.#form.querySelector('fieldset')?.removeAttribute('disabled');
    const state = readState(location.search);
    this.#show(state);
    // What narrows is loaded when it is opened; on a phone the results come before it.
    this.#facets?.addEventListener('toggle', () => this.#facets?.open && this.#guard(this.#loadFacets()));
    if (this.#facets && matchMedia('(min-width: 48rem)').matches) this.#facets.open = listSet(state).length > 0;
    this.#input.addEventListener('focus', () => this.#guard(this.#load()), { once: true });
    this.#input.addEventListener('input', () => this.#type());
    this.#form.addEventListener('change', (event) => {
      if (event.target === this.#input) return;
      // Typing a value's name passes others; that is one step.
      const isSame = event.target === this.#changed.control && event.timeStamp - this.#changed.time < typingStep;
      this.#changed = { control: event.target, time: event.timeStamp };
      this.#change(this.#state(), isSame ? 'replace' : 'push');
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
    this.#isUnwritten = false;
    writeState(state, mode);
    this.#guard(this.#search());
  }

  // The address follows when the answer is there, for the browser would take the time for it from the answer.
  #type(): void {
    this.#isUnwritten = true;
    this.#showNames(this.#state());
    this.#guard(this.#search(true));
  }

  #writeTyped(): void {
    if (this.#isUnwritten) writeState(this.#state(), 'replace');
    this.#isUnwritten = false;
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

  #load(): Promise<Engines> {
    const { index = '', base = '', nameFile = '' } = this.#form.dataset;
    if (!this.#engines) {
      setState('loading');
      this.#engines = Promise.all([FullText.load(index, base), loadNames(nameFile)]).then(([fullText, names]) => {
        this.#names = names;
        if (!this.#searching) setState('ready');
        return { fullText, names };
      });
    }
    return this.#engines;
  }

  async #loadFacets(): Promise<void> {
    if (this.#hasFacets) return;
    const { fullText } = await this.#load();
    this.#showFacets(await fullText.loadFilters());
    this.#hasFacets = true;
    if (location.search.length > 1) await this.#search();
  }

  // What is asked for during a search is answered after it, the last of it only: no key waits for those before it.
  #search(isUnfinished = false): Promise<void> {
    clearTimeout(this.#pause);
    this.#run += 1;
    this.#isUnfinished = isUnfinished;
    setState('loading');
    this.#searching ??= this.#answer().finally(() => {
      this.#searching = undefined;
    });
    return this.#searching;
  }

  async #answer(): Promise<void> {
    const engines = await this.#load();
    let run: number;
    let isAnswered: boolean;
    do {
      run = this.#run;
      isAnswered = await this.#searchOnce(engines, this.#state(), () => run !== this.#run);
    } while (run !== this.#run);
    if (isAnswered) setState('ready');
    else this.#pause = setTimeout(() => this.#guard(this.#search()), pause);
  }

  /** Tells whether the answer is the last one; while more may be typed, what is found at once is shown meanwhile. */
  async #searchOnce({ fullText, names }: Engines, state: SearchState, isOver: () => boolean): Promise<boolean> {
    this.#showNames(state);
    this.#showChips(state);
    const options = { filters: toFilters(state), sort: state.sort, isUnfinished: this.#isUnfinished };
    const found = await search(fullText, names, state.q, options);
    if (isOver()) return false;
    const similar = isEmpty(found, state) && !found.isProvisional ? names.findSimilar(state.q) : [];
    this.#showRescue(createRescue(state, found, similar, { allNames: '', days: '', ...this.#form.dataset }));
    if (this.#hasFacets) this.#showFacets(await countFacets({ fullText, names }, state, found));
    if (isOver()) return false;
    // A name's own record comes first, unless another order or a narrower search was asked for.
    const records = controls.every((name) => state[name] === '') ? found.records : [];
    const { results } = found.search;
    this.#showCount(Math.max(results.length, records.length), found.isProvisional);
    const hasRange = state.from !== '' || state.to !== '';
    // Tells what is shown from what was there before, even where it is the same.
    const note = () => {
      this.#part('results').dataset['answers'] = String(this.#run);
    };
    await this.#list.show({ results, records, hasRange, isOver }, note, (work) => this.#guard(work));
    if (!isOver()) this.#writeTyped();
    return !found.isProvisional;
  }

  #showNames({ q }: SearchState): void {
    // A key shows them before its search does.
    if (!this.#names || q === this.#named) return;
    const hits = q === '' ? [] : this.#names.find(q);
    this.#part('names').replaceChildren(...hits.map(createName));
    this.#named = q;
  }

  #showCount(count: number, isProvisional: boolean): void {
    const none = isProvisional ? 'No results yet.' : 'No results.';
    this.#part('status').textContent =
      count === 0 ? none : `${count.toLocaleString('en-GB')} ${count === 1 ? 'result' : 'results'}.`;
  }

  #showChips(state: SearchState): void {
    const chips = listSet(state).map((name) =>
      createChip(`${name}: ${state[name]}`, () => {
        const next = { ...state, [name]: '' };
        this.#show(next);
        this.#change(next, 'push');
        // The button is gone with what it took away.
        this.#input.focus();
      }),
    );
    this.#part('chips').replaceChildren(...chips);
  }

  #showRescue(content: readonly (string | Node)[]): void {
    const rescue = this.#part('did-you-mean');
    rescue.hidden = content.length === 0;
    rescue.replaceChildren(...content);
  }

  #showFacets(counts: FacetCounts): void {
    for (const name of facets) fillFacet(this.#control(name) as HTMLSelectElement, counts[name] ?? {});
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
      this.#writeTyped();
      this.#engines = undefined;
      this.#hasFacets = false;
      this.#part('status').replaceChildren(...createApology(this.#form.dataset['allNames'] ?? ''));
      console.error(error);
    });
  }
}

function setState(state: 'loading' | 'ready' | 'error'): void {
  document.documentElement.dataset['search'] = state;
}
