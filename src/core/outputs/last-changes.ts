import { lastCorrection, type RecordDates } from '../record-dates.ts';
import type { RecordKind } from '../urls.ts';
import type { ViewContext } from '../views/context.ts';

/**
 * Returns the day of the last change of each page whose content is known by records: its own record's, or the latest of the
 * entries that it shows. Pages that nothing is known of are left out, and so are further pages of lists.
 */
export function lastChanges({ chronicle, urls }: ViewContext, dates: RecordDates): Map<string, string> {
  const changes = new Map<string, string>();
  const entryDays = new Map<string, string>();
  const note = (address: string, day: string | undefined) => {
    if (day !== undefined && day > (changes.get(address) ?? '')) changes.set(address, day);
  };
  for (const entry of chronicle.entries.values()) {
    const days = [dates.get(`entries/${entry.id}`)?.changed, lastCorrection(entry)];
    const day = days
      .filter((item) => item !== undefined)
      .sort()
      .at(-1);
    if (day === undefined) continue;
    entryDays.set(entry.id, day);
    note(urls.entry(entry), day);
    note(urls.home, day);
  }
  for (const [day, entries] of chronicle.days) {
    const [year = '', month = ''] = day.split('-');
    for (const id of entries)
      for (const page of [urls.day(day), urls.month(year, month), urls.year(year)]) note(page, entryDays.get(id));
  }
  const noteRecords = (kind: RecordKind) => {
    for (const id of chronicle[kind].keys()) {
      const page = urls.record(kind, id);
      note(page, dates.get(`${kind}/${id}`)?.changed);
      for (const entry of chronicle.backlinks[kind].get(id)?.entries ?? []) note(page, entryDays.get(entry));
      note(urls.list(kind), changes.get(page));
    }
  };
  for (const kind of ['actors', 'places', 'sources'] as const) noteRecords(kind);
  for (const id of chronicle.pages.keys()) note(urls.page(id), dates.get(`pages/${id}`)?.changed);
  for (const page of [urls.claims(''), urls.page('figures'), urls.page('gaps'), urls.names, urls.data()])
    note(page, changes.get(urls.home));
  return changes;
}
