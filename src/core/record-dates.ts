import type { Entry } from './model.ts';

/** The days on which a record's file was first and last changed, by `folder/id`, as far as they are known. */
export type RecordDates = ReadonlyMap<string, { readonly added: string | undefined; readonly changed: string }>;

/** What is said of records whose past nobody knows: nothing. */
export const noRecordDates: RecordDates = new Map();

/** Returns the day of an entry's last visible correction, if it has one. */
export function lastCorrection(entry: Entry): string | undefined {
  return entry.corrections
    .map((correction) => correction.on)
    .sort()
    .at(-1);
}
