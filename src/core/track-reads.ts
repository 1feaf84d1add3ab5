import type { Chronicle } from './model.ts';
import { noteRead, TrackedMap } from './reads.ts';
import { createUrls } from './urls.ts';
import type { ViewContext } from './views/context.ts';

/** The parts of what pages are made from, by name: maps by key, and what is no map whole. */
export type Parts = ReadonlyMap<string, unknown>;

/** Returns the parts of a chronicle and of its past, whose values `Read`s name. */
export function listParts({ chronicle, history }: ViewContext): Parts {
  const { backlinks, ...own } = chronicle;
  return new Map<string, unknown>([
    ...Object.entries(own),
    ...Object.entries(backlinks).map(([kind, links]) => [`backlinks.${kind}`, links] as const),
    ...Object.entries(history ?? {}).flatMap(([name, value]) =>
      typeof value === 'function' ? [] : [[`history.${name}`, value] as const],
    ),
  ]);
}

/** Returns the same chronicle with its addresses and its past, all of which take down what is read of them (`recordReads`). */
export function trackContext({ chronicle, urls, history }: ViewContext): ViewContext {
  const tracked = trackChronicle(chronicle);
  return {
    chronicle: tracked,
    urls: createUrls(tracked, urls.base),
    ...(history ? { history: track('history.', history) } : {}),
  };
}

function trackChronicle({ backlinks, ...own }: Chronicle): Chronicle {
  const value = track('backlinks.', backlinks);
  return Object.defineProperty(track('', own), 'backlinks', { value, enumerable: true }) as Chronicle;
}

// Spreading a tracked object reads all of its parts that are no maps.
function track<T extends object>(prefix: string, parts: T): T {
  const tracked = {};
  for (const [name, value] of Object.entries(parts)) {
    const part = `${prefix}${name}`;
    if (value instanceof Map)
      Object.defineProperty(tracked, name, { value: new TrackedMap(part, value), enumerable: true });
    else if (typeof value === 'function') Object.defineProperty(tracked, name, { value, enumerable: true });
    else Object.defineProperty(tracked, name, { get: whole(part, value), enumerable: true });
  }
  return tracked as T;
}

function whole<T>(part: string, value: T): () => T {
  const read = { part, key: undefined };
  return () => {
    noteRead(read);
    return value;
  };
}
