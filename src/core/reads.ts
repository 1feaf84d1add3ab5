/** Something that a computation read of the chronicle: a value, or all that an earlier computation had read. */
export type Read = ValueRead | ReadGroup;

/** One value of a part of the chronicle; without a key, the whole part. */
export interface ValueRead {
  /** `entries`, `backlinks.actors`. */
  readonly part: string;
  readonly key: string | undefined;
}

/** What a computation read whose result is remembered, as one. */
export interface ReadGroup {
  readonly reads: ReadonlySet<Read>;
}

let current: Set<Read> | undefined;

/** Returns a computation's value with everything that it read. It may not wait for anything on its way. */
export function recordReads<T>(compute: () => T): { readonly value: T; readonly reads: ReadonlySet<Read> } {
  const outer = current;
  const reads = new Set<Read>();
  current = reads;
  try {
    return { value: compute(), reads };
  } finally {
    current = outer;
  }
}

/** Takes down that the running computation read something; without one, nothing happens. */
export function noteRead(read: Read): void {
  current?.add(read);
}

/** A map that takes down what is read of it. */
export class TrackedMap<T> implements ReadonlyMap<string, T> {
  readonly #map: ReadonlyMap<string, T>;
  readonly #part: string;
  readonly #whole: ValueRead;
  // One object for each key, so that a set of reads holds each once.
  readonly #reads = new Map<string, ValueRead>();

  constructor(part: string, map: ReadonlyMap<string, T>) {
    this.#part = part;
    this.#map = map;
    this.#whole = { part, key: undefined };
  }

  get size(): number {
    noteRead(this.#whole);
    return this.#map.size;
  }

  get(key: string): T | undefined {
    this.#note(key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    this.#note(key);
    return this.#map.has(key);
  }

  keys(): MapIterator<string> {
    noteRead(this.#whole);
    return this.#map.keys();
  }

  values(): MapIterator<T> {
    noteRead(this.#whole);
    return this.#map.values();
  }

  entries(): MapIterator<[string, T]> {
    noteRead(this.#whole);
    return this.#map.entries();
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  #note(key: string): void {
    if (!current) return;
    let read = this.#reads.get(key);
    if (!read) {
      read = { part: this.#part, key };
      this.#reads.set(key, read);
    }
    current.add(read);
  }
}
