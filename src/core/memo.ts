import { noteRead, type ReadGroup, recordReads } from './reads.ts';

interface Remembered<T> {
  readonly value: T;
  /** What it was worked out from; `undefined` for what the key alone tells. */
  readonly group: ReadGroup | undefined;
}

/**
 * Returns a function that works out something of a chronicle or a context once and remembers it as long as that lives. Who
 * asks for it counts as having read all that it was worked out from.
 */
export function remember<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, Remembered<T>>();
  return (key) => recall(known, key, () => compute(key));
}

/** Returns a function that works out something of each record of a chronicle or a context once, and remembers it as `remember` does. */
export function rememberEach<K extends object, T>(compute: (key: K, id: string) => T): (key: K, id: string) => T {
  const tables = new WeakMap<K, Map<string, Remembered<T>>>();
  return (key, id) => {
    let known = tables.get(key);
    if (!known) {
      known = new Map();
      tables.set(key, known);
    }
    return recall(known, id, () => compute(key, id));
  };
}

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function recall<K, T>(known: Store<K, Remembered<T>>, key: K, compute: () => T): T {
  let found = known.get(key);
  if (!found) {
    const { value, reads } = recordReads(compute);
    found = { value, group: reads.size > 0 ? { reads } : undefined };
    known.set(key, found);
  }
  if (found.group) noteRead(found.group);
  return found.value;
}
