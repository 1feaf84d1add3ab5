import { type BriefMeta, expandMeta, type IndexMeta } from '../../core/brief-meta.ts';
import { CborReader } from './cbor.ts';
import { readWords, type Word } from './words.ts';

/** The documents that have each value of a filter. */
export type FilterValues = readonly (readonly [value: string, documents: readonly number[]])[];

/** A document's text and what goes with it. */
export interface Fragment {
  readonly url: string;
  /** The words of its text, numbered as the index does. */
  readonly words: readonly string[];
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    /** The number of the word of the text before which it stands. */
    readonly location: number;
  }[];
}

/** Starts every file of the index once it is unpacked. */
const magic = 'pagefind_dcd';
const textDecoder = new TextDecoder();

/** The files of a Pagefind index in a folder of the site, each loaded once, when it is first asked for. */
export class IndexFiles {
  readonly #folder: string;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Returns what the index says of itself; it is asked for again each time, for the site may have been built anew. */
  async meta(): Promise<IndexMeta> {
    const response = await load(`${this.#folder}pagefind-entry.json`, { cache: 'no-cache' });
    const { languages } = (await response.json()) as { languages: Record<string, { hash: string }> };
    const [language] = Object.values(languages);
    if (!language) throw new Error(`${response.url} names no index`);
    const [, digest] = language.hash.split('_');
    return expandMeta(readCbor(await this.#unpack(`pagefind.brief_${digest}.pf_meta`)) as BriefMeta);
  }

  /** Returns the words of one of the files of words. */
  words(name: string): Promise<Word[]> {
    return this.#once(`index/${name}.pf_index`, readWords);
  }

  /** Returns the values of a filter by the name of its file. */
  filter(name: string): Promise<FilterValues> {
    return this.#once(`filter/${name}.pf_filter`, (bytes) => (readCbor(bytes) as [string, FilterValues])[1]);
  }

  /** Returns a document by its name. */
  fragment(name: string): Promise<Fragment> {
    return this.#once(`fragment/${name}.pf_fragment`, readFragment);
  }

  // What could not be loaded is tried again when it is next asked for.
  #once<T>(path: string, read: (bytes: Uint8Array) => T): Promise<T> {
    const known = this.#loaded.get(path) as Promise<T> | undefined;
    if (known) return known;
    const loading = this.#unpack(path)
      .then(read)
      .catch((error: unknown) => {
        this.#loaded.delete(path);
        throw error;
      });
    this.#loaded.set(path, loading);
    return loading;
  }

  // A host may have unpacked it on the way.
  async #unpack(path: string): Promise<Uint8Array> {
    const packed = new Uint8Array(await (await load(this.#folder + path)).arrayBuffer());
    const bytes = startsWithMagic(packed) ? packed : await gunzip(packed);
    if (!startsWithMagic(bytes)) throw new Error(`${this.#folder}${path} is no file of an index`);
    return bytes.subarray(magic.length);
  }
}

function readFragment(bytes: Uint8Array): Fragment {
  const { content, ...rest } = JSON.parse(textDecoder.decode(bytes)) as Omit<Fragment, 'words'> & { content: string };
  return { ...rest, words: content.split(/\s+/) };
}

async function load(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // Whatever is wrong with them is told to the reader as well.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const unpacked = new Uint8Array(await new Response(readable).arrayBuffer());
  await written;
  return unpacked;
}

function startsWithMagic(bytes: Uint8Array): boolean {
  return textDecoder.decode(bytes.subarray(0, magic.length)) === magic;
}

function readCbor(bytes: Uint8Array): unknown {
  return new CborReader(bytes).readValue();
}
