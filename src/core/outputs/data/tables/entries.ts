import { emptyBody, openText } from '../../../markdown/packed-body.ts';
import type { Entry } from '../../../model.ts';
import { entrySchema, placePrecisions, relationKinds } from '../../../schema.ts';
import { addressColumn, dateColumns, placeIds, registerColumns } from '../shared-columns.ts';
import { type Column, column, defineTable } from '../table.ts';

const { shape } = entrySchema;

const columns: readonly Column<Entry>[] = [
  column('id', "The entry's permanent id.", (entry) => entry.id, { isRequired: true }),
  column('title', shape.title, (entry) => entry.title, { isRequired: true }),
  ...dateColumns<Entry>('date', shape.date, (entry) => entry.date),
  column('time', shape.time, (entry) => entry.time),
  column('kind', shape.kind, (entry) => entry.kind, { isRequired: true }),
  column('summary', shape.summary, (entry) => entry.summary, { isRequired: true }),
  column('places', 'Where it happened; the table of locations says how finely that is known.', placeIds, {
    type: 'list',
    refersTo: 'places',
  }),
  column('actors', 'All actors: those who claim, those claimed about, those named.', (entry) => entry.actors, {
    type: 'list',
    refersTo: 'actors',
  }),
  column('sources', 'All sources of the entry, its claims, its figures and its text.', (entry) => entry.sources, {
    type: 'list',
    refersTo: 'sources',
  }),
  column('sensitive', 'Set where the text describes violence in detail.', (entry) => entry.sensitive),
  ...registerColumns<Entry>('wikidata', 'geonames', 'ucdp', 'acled'),
  column('text', 'The prose, in Markdown; `[@id]` cites a source.', (entry, { chronicle }) =>
    openText(chronicle.prose.get(entry.path) ?? emptyBody),
  ),
  addressColumn((entry, { urls }) => urls.absolute(urls.entry(entry))),
];

/** Entries: dated events and publications. */
export const entryTable = defineTable<Entry>({
  name: 'entries',
  title: 'Entries',
  description: 'Dated events and publications, in the order of their dates.',
  key: ['id'],
  columns,
  records: (chronicle) => chronicle.entries.values(),
});

/** Entries withdrawn after publication: their addresses stay. */
export const withdrawnTable = defineTable<Entry>({
  name: 'withdrawn',
  title: 'Withdrawn entries',
  description: 'Entries that were withdrawn, with the reason; they are in no other table but the corrections.',
  key: ['id'],
  columns: [
    column('id', "The entry's permanent id.", (entry) => entry.id, { isRequired: true }),
    column('title', shape.title, (entry) => entry.title, { isRequired: true }),
    ...dateColumns<Entry>('date', shape.date, (entry) => entry.date),
    column('reason', shape.reason, (entry) => entry.reason, { isRequired: true }),
    addressColumn((entry, { urls }) => urls.absolute(urls.entry(entry))),
  ],
  records: (chronicle) => chronicle.withdrawn.values(),
});

interface Part<T> {
  readonly entry: Entry;
  readonly item: T;
}

const entryColumn = <T>(): Column<Part<T>> =>
  column('entry', 'The entry.', ({ entry }) => entry.id, { isRequired: true, refersTo: 'entries' });

/** Where entries happened. */
export const locationTable = defineTable<Part<Entry['places'][number]>>({
  name: 'locations',
  title: 'Locations',
  description: 'Where entries happened, and how finely that is known.',
  key: [],
  columns: [
    entryColumn(),
    column('place', 'The place.', ({ item }) => item.place, { isRequired: true, refersTo: 'places' }),
    column(
      'precision',
      `How finely the location is known (${placePrecisions.join(', ')}); empty where the entry says no more than the place.`,
      ({ item }) => item.precision,
    ),
  ],
  records: (chronicle) => parts(chronicle.entries.values(), (entry) => entry.places),
});

/** How entries stand to each other. */
export const relationTable = defineTable<Part<Entry['related'][number]>>({
  name: 'relations',
  title: 'Relations',
  description: 'How entries stand to each other. A breach is alleged by those who claim in the entry.',
  key: [],
  columns: [
    entryColumn(),
    column(
      'kind',
      `How it stands to the other: ${relationKinds.join(', ')}. \`breaches\` is what its claimants allege.`,
      ({ item }) => item.kind,
      { isRequired: true },
    ),
    column('related', 'The other entry.', ({ item }) => item.entry, { isRequired: true, refersTo: 'entries' }),
  ],
  records: (chronicle) => parts(chronicle.entries.values(), (entry) => entry.related),
});

/** What was put right in published entries. */
export const correctionTable = defineTable<Part<Entry['corrections'][number]>>({
  name: 'corrections',
  title: 'Corrections',
  description: 'What was put right in published and in withdrawn entries.',
  key: [],
  columns: [
    column('entry', 'The entry, published or withdrawn.', ({ entry }) => entry.id, { isRequired: true }),
    column('corrected_on', 'The day of the correction.', ({ item }) => item.on, { type: 'day', isRequired: true }),
    column('note', 'What was wrong and what it says since.', ({ item }) => item.note, { isRequired: true }),
    addressColumn(({ entry }, { urls }) => urls.absolute(urls.entry(entry))),
  ],
  records: (chronicle) =>
    parts([...chronicle.entries.values(), ...chronicle.withdrawn.values()], (entry) => entry.corrections),
});

function* parts<T>(entries: Iterable<Entry>, read: (entry: Entry) => readonly T[]): Generator<Part<T>> {
  for (const entry of entries) for (const item of read(entry)) yield { entry, item };
}
