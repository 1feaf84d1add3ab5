import type { Chronicle, Entry } from '../model.ts';

/** Returns the entries last corrected or, failing that, last in time; without a clock, so that a build can be repeated. */
export function latestEntries(chronicle: Chronicle, count: number): Entry[] {
  const key = (entry: Entry) =>
    entry.corrections
      .map((correction) => correction.on)
      .sort()
      .at(-1) ?? entry.date.start;
  return [...chronicle.entries.values()]
    .sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, count);
}
