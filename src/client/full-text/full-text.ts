import type { IndexMeta } from '../../core/brief-meta.ts';
import { parseFragmentName } from '../../core/fragment-names.ts';
import { foldName } from '../../core/names.ts';
import { createExcerpt, createSubResults, type ExcerptPiece, type SubResult } from './excerpt.ts';
import { countValues, type FacetCounts, type Filters, selectDocuments } from './filters.ts';
import { type FilterValues, IndexFiles } from './index-files.ts';
import { matchTerms, type TermWords } from './match.ts';
import { findPhrase } from './phrase.ts';
import { listPlaces, type Place } from './places.ts';
import { chooseChunks, findWords, isFormOf, readTerms } from './query.ts';
import { type Ranked, Ranking } from './rank.ts';

/** What a search of the full text found. */
export interface FullTextSearch {
  /** The best first. */
  readonly results: readonly Hit[];
  /** Returns how many of the documents found have each value of each filter that is loaded. */
  count(): FacetCounts;
}

/** A document found; its content is loaded when asked for. */
export interface Hit {
  readonly document: number;
  /** `e` entry, `a` actor, `p` place, `s` source. */
  readonly type: string;
  /** Its place among all documents in order of date. */
  readonly order: number;
  readonly score: number;
  /** Returns what is shown of it, with an excerpt around what was sought. */
  load(): Promise<FullTextResult>;
}

export interface FullTextResult {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: readonly ExcerptPiece[];
  readonly parts: readonly SubResult[];
}

interface Found {
  readonly ranked: readonly Ranked[];
  placesOf(document: number): readonly Place[];
}

/** How much a match in a field counts. */
const fieldWeights = { title: 8, names: 2, type: 0.2, date: 0.5 };
const quoted = /^\s*".+"\s*$/;

/**
 * Searches the full-text index that Pagefind made, file by file as they are needed, and ranks as Pagefind does. Its answers
 * fail where a part of the index could not be loaded.
 */
export class FullText {
  readonly #files: IndexFiles;
  readonly #base: string;
  readonly #meta: IndexMeta;
  readonly #ranking: Ranking;
  readonly #kinds: readonly { readonly type: string; readonly order: number }[];
  readonly #filters = new Map<string, FilterValues>();

  private constructor(files: IndexFiles, base: string, meta: IndexMeta) {
    this.#files = files;
    this.#base = base;
    this.#meta = meta;
    this.#ranking = new Ranking(meta, fieldWeights);
    this.#kinds = meta.documents.map(([name]) => parseFragmentName(name));
  }

  /** Loads what every search needs from the index in a folder; `base` is the path of the site. */
  static async load(folder: string, base: string): Promise<FullText> {
    const files = new IndexFiles(folder);
    return new FullText(files, base, await files.meta());
  }

  /** Loads all filters and returns how many documents have each of their values. */
  async loadFilters(): Promise<FacetCounts> {
    await this.#needFilters(this.#meta.filters.map(([name]) => name));
    return countValues(this.#filters, undefined);
  }

  /** Returns the documents that have the words of a text, or words that begin so, or in quotation marks the very phrase; all documents without a text. */
  async search(text: string | undefined, filters: Filters): Promise<FullTextSearch> {
    const [terms] = await Promise.all([
      text === undefined ? undefined : this.#loadWords(text),
      this.#needFilters(Object.keys(filters)),
    ]);
    const passing = selectDocuments(this.#filters, filters, this.#meta.documents.length);
    const { ranked, placesOf } = terms ? this.#find(text ?? '', terms, passing) : listAll(passing);
    const load = (document: number) => this.#load(document, placesOf(document));
    return {
      results: ranked.map(({ document, score }) => new RankedHit(document, score, this.#kinds[document], load)),
      count: () => countValues(this.#filters, new Set(ranked.map(({ document }) => document))),
    };
  }

  /** Returns the words of a text that the index has not, nor one that begins so or that they are with an ending; folded. */
  async findMissing(text: string): Promise<string[]> {
    const terms = await this.#loadWords(text);
    return terms
      .filter(({ term, words }) => !words.some((word) => isFormOf(term.stem, word.text)))
      .map(({ term }) => foldName(term.typed));
  }

  #find(text: string, terms: readonly TermWords[], passing: Uint8Array): Found {
    if (quoted.test(text)) {
      const found = findPhrase(this.#meta, terms, fieldWeights).filter(({ document }) => passing[document] === 1);
      const places = new Map(found.map((match) => [match.document, match.places]));
      return { ranked: found, placesOf: (document) => places.get(document) ?? [] };
    }
    const matches = matchTerms(terms, passing.length);
    const selected = passing.map((one, document) => one & (matches.all[document] ?? 0));
    const { ranked, occurrences } = this.#ranking.rank(matches, selected);
    return { ranked, placesOf: (document) => listPlaces(occurrences.of(document)) };
  }

  async #loadWords(text: string): Promise<TermWords[]> {
    const terms = readTerms(text);
    const chunks = new Set(terms.flatMap((term) => chooseChunks(this.#meta.chunks, term)));
    const words = (await Promise.all([...chunks].map((name) => this.#files.words(name)))).flat();
    return terms.map((term) => ({ term, words: findWords(words, term) }));
  }

  async #needFilters(names: readonly string[]): Promise<void> {
    await Promise.all(
      this.#meta.filters
        .filter(([name]) => names.includes(name) && !this.#filters.has(name))
        .map(async ([name, file]) => this.#filters.set(name, await this.#files.filter(file))),
    );
  }

  async #load(document: number, places: readonly Place[]): Promise<FullTextResult> {
    const fragment = await this.#files.fragment(this.#meta.documents[document]?.[0] ?? '');
    const url = this.#base + fragment.url.replace(/^\//, '');
    return {
      url,
      meta: fragment.meta,
      excerpt: createExcerpt(fragment, places),
      parts: createSubResults(fragment, url, places),
    };
  }
}

// One object for each of thousands, without functions of its own.
class RankedHit implements Hit {
  readonly document: number;
  readonly score: number;
  readonly type: string;
  readonly order: number;
  readonly #load: (document: number) => Promise<FullTextResult>;

  constructor(
    document: number,
    score: number,
    kind: { readonly type: string; readonly order: number } | undefined,
    load: (document: number) => Promise<FullTextResult>,
  ) {
    this.document = document;
    this.score = score;
    this.type = kind?.type ?? '';
    this.order = kind?.order ?? 0;
    this.#load = load;
  }

  load(): Promise<FullTextResult> {
    return this.#load(this.document);
  }
}

function listAll(passing: Uint8Array): Found {
  const documents = [...passing.keys()].filter((document) => passing[document] === 1);
  return { ranked: documents.map((document) => ({ document, score: 0 })), placesOf: () => [] };
}
