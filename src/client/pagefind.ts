/** The parts of Pagefind's browser interface (pagefind.app/docs/api) that are used here. */
export interface Pagefind {
  filters(): Promise<Record<string, Record<string, number>>>;
  search(term: string | null, options: { filters: PagefindFilters }): Promise<PagefindSearch>;
}

export type PagefindFilters = Record<string, string | { any: string[] }>;

export interface PagefindSearch {
  results: PagefindHit[];
  filters: Record<string, Record<string, number>>;
  totalFilters: Record<string, Record<string, number>>;
}

/** A document found; its content is loaded when asked for. */
export interface PagefindHit {
  /** The name of its file. */
  id: string;
  score: number;
  data(): Promise<PagefindResult>;
}

export interface PagefindResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

type CreateInstance = (options: Record<string, unknown>) => Pagefind & { init(): Promise<void> };

/** Loads the full-text index from its folder. Its answers fail where a part of the index could not be loaded. */
export async function loadPagefind(folder: string, base: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
    createInstance: CreateInstance;
  };
  const failures = watchFetches(folder);
  const pagefind = createInstance({
    // The page has little else to do; the worker would be a second copy of the program.
    noWorker: true,
    basePath: folder,
    baseUrl: base,
    excerptLength: 28,
    ranking: { metaWeights: { title: 8, names: 2, type: 0.2, date: 0.5 } },
  });
  await pagefind.init();
  const whole = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    const [failure] = failures.splice(0);
    if (failure) throw failure;
    return value;
  };
  return {
    filters: () => whole(pagefind.filters()),
    search: (term, options) => whole(pagefind.search(term, options)),
  };
}

let failed: Error[] | undefined;

// Pagefind only logs that it could not load a part of the index, and then finds nothing there.
function watchFetches(folder: string): Error[] {
  if (failed) return failed;
  const failures: Error[] = [];
  failed = failures;
  const load = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const note = (reason: string) => {
      if (url.startsWith(folder)) failures.push(new Error(`${url}: ${reason}`));
    };
    const response = await load(input, init).catch((error: unknown) => {
      note(String(error));
      throw error;
    });
    if (!response.ok) note(String(response.status));
    return response;
  };
  return failures;
}
