import { firstResults } from './engine.ts';
import type { Hit } from './full-text/full-text.ts';
import type { NameHit } from './names.ts';
import { createRecord, createResult } from './search-results.ts';

const pageSize = 10;

/** What a list of results shows. */
export interface ResultPage {
  readonly results: readonly Hit[];
  /** The records that go by the name sought, before all else. */
  readonly records: readonly NameHit[];
  /** Whether dates too coarse to lie in the range for certain are marked. */
  readonly hasRange: boolean;
  /** Whether a later search has taken its place. */
  isOver(): boolean;
}

/** The list of results: as they arrive, in their order, so that none that stands moves. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLButtonElement;

  constructor(list: HTMLElement, more: HTMLButtonElement) {
    this.#list = list;
    this.#more = more;
  }

  /**
   * Shows the first results in place of the last search's, then those that follow; `onFirst` is called in between, and
   * `guard` is given what is loaded later.
   */
  async show(page: ResultPage, onFirst: () => void, guard: (work: Promise<void>) => void): Promise<void> {
    const first = await this.#append(page, 0, firstResults);
    if (page.isOver()) return;
    onFirst();
    // They are painted before more is asked for.
    await new Promise((resolve) => setTimeout(resolve));
    if (page.isOver()) return;
    this.#offerMore(page, await this.#append(page, first, pageSize - firstResults), guard);
  }

  #offerMore(page: ResultPage, shown: number, guard: (work: Promise<void>) => void): void {
    if (page.isOver()) return;
    this.#more.hidden = shown >= page.results.length;
    this.#more.onclick = () => {
      const length = this.#list.children.length;
      const work = this.#append(page, shown, pageSize).then((count) => {
        // The button moves down or goes; the keyboard goes on with the first new result.
        this.#list.children[length]?.querySelector('a')?.focus({ preventScroll: true });
        this.#offerMore(page, count, guard);
      });
      guard(work);
    };
  }

  /** Returns how many results are shown after it. */
  async #append({ results, records, hasRange, isOver }: ResultPage, start: number, most: number): Promise<number> {
    const hits = results.slice(start, start + most);
    const pinned = new Set(records.map((record) => record.href));
    const loading = hits.map((hit) => hit.load());
    // Whatever goes wrong with one is told when it is waited for.
    for (const result of loading) result.catch(() => {});
    let items = start === 0 ? records.map(createRecord) : [];
    if (start === 0 && hits.length === 0) this.#list.replaceChildren(...items);
    for (const [index, result] of loading.entries()) {
      const data = await result;
      if (isOver()) break;
      if (!pinned.has(data.url)) items.push(createResult(data, hasRange));
      if (start === 0 && index === 0) this.#list.replaceChildren(...items);
      else this.#list.append(...items);
      items = [];
    }
    return start + hits.length;
  }
}
