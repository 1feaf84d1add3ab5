import type { ChronicleDate } from '../../dates.ts';
import type { Actor, Entry, Place } from '../../model.ts';
import type { z } from 'zod';
import { type Column, column } from './table.ts';

/** Returns the columns of a date: as it was written, and its first and last possible day. */
export function dateColumns<T>(
  name: string,
  meaning: z.ZodType | string,
  read: (record: T) => ChronicleDate | undefined,
  isRequired = true,
): Column<T>[] {
  const asWritten = column<T>(name, meaning, (record) => read(record)?.edtf, { isRequired });
  return [
    { ...asWritten, description: `${asWritten.description} In EDTF, as it was written.` },
    column(`${name}_start`, 'The first day that the date may mean.', (record) => read(record)?.start, {
      type: 'day',
      isRequired,
    }),
    column(`${name}_end`, 'The last day that the date may mean.', (record) => read(record)?.end, {
      type: 'day',
      isRequired,
    }),
  ];
}

/** Returns the columns of a record's ids in other registers. */
export function registerColumns<T extends Pick<Actor | Place | Entry, 'same-as'>>(
  ...registers: readonly (keyof NonNullable<T['same-as']> & keyof typeof registerNames)[]
): Column<T>[] {
  return registers.map((register) =>
    column(
      register,
      `Its id in ${registerNames[register]}, where seen in a source.`,
      (record) => record['same-as']?.[register],
    ),
  );
}

const registerNames = {
  wikidata: 'Wikidata',
  geonames: 'GeoNames',
  ucdp: "the Uppsala Conflict Data Program's georeferenced events",
  acled: "the Armed Conflict Location and Event Data project's events",
} as const;

/** Returns the column of a page's full address. */
export function addressColumn<T>(read: Column<T>['read']): Column<T> {
  return column('address', 'The full address of its page, with the place on it.', read, { isRequired: true });
}

/** Returns the columns that name the entry of a statement and the statement in it. */
export function statementColumns<T extends { readonly key: string; readonly id: string; readonly entry: string }>(
  noun: string,
): Column<T>[] {
  return [
    column('id', `The ${noun}'s permanent id: that of its entry, \`#\`, and its name there.`, (item) => item.key, {
      isRequired: true,
    }),
    column('entry', 'The entry that it stands in.', (item) => item.entry, { isRequired: true, refersTo: 'entries' }),
  ];
}

/** Returns the ids of the places of an entry. */
export function placeIds(entry: Entry): string[] {
  return [...new Set(entry.places.map((mention) => mention.place))];
}
