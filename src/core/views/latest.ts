import type { Chronicle, Entry } from '../model.ts';
import type { RecordDates } from '../record-dates.ts';

/**
 * Returns the entries added last, by the history of their files; those of one day, and those whose day nobody knows, by when
 * they happened. Without a clock, so that a build can be repeated.
 */
export function latestEntries(chronicle: Chronicle, dates: RecordDates, count: number): Entry[] {
  const added = (entry: Entry) => dates.get(`entries/${entry.id}`)?.added ?? '';
  const compareDown = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  return [...chronicle.entries.values()]
    .sort(
      (a, b) => compareDown(added(a), added(b)) || compareDown(a.date.start, b.date.start) || (a.id < b.id ? -1 : 1),
    )
    .slice(0, count);
}
