/** The parts of Pagefind's browser interface (pagefind.app/docs/api) that are used here. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(term: string | null, options: PagefindOptions): Promise<PagefindSearch>;
}

export interface PagefindOptions {
  filters: Record<string, string | { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindSearch {
  results: { id: string; score: number; data(): Promise<PagefindResult> }[];
  filters: Record<string, Record<string, number>>;
  totalFilters: Record<string, Record<string, number>>;
}

export interface PagefindResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** Loads the full-text index from its folder. */
export async function loadPagefind(folder: string, base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({
    // The page has little else to do; the worker would be a second copy of the program.
    noWorker: true,
    baseUrl: base,
    excerptLength: 28,
    ranking: { metaWeights: { title: 8, names: 2, type: 0.2, date: 0.5 } },
  });
  await pagefind.init();
  return pagefind;
}
