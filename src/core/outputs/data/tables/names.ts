import type { Actor, Chronicle, Place } from '../../../model.ts';
import { actorSchema, heldSchema, placePrecisions, placeSchema, roleSchema } from '../../../schema.ts';
import { nameSchema } from '../../../schema/fields.ts';
import { addressColumn, registerColumns } from '../shared-columns.ts';
import { type Column, column, defineTable } from '../table.ts';

/** Actors: those who act or speak. */
export const actorTable = defineTable<Actor>({
  name: 'actors',
  title: 'Actors',
  description:
    'States, bodies, forces, papers and persons who act or speak. All their names are in the table of names.',
  key: ['id'],
  columns: [
    column('id', "The actor's permanent id.", (actor) => actor.id, { isRequired: true }),
    column('name', 'The display name: the first English one.', (actor) => actor.name, { isRequired: true }),
    column('kind', actorSchema.shape.kind, (actor) => actor.kind, { isRequired: true }),
    column('side', actorSchema.shape.side, (actor) => actor.side, { isRequired: true }),
    column('part_of', actorSchema.shape['part-of'], (actor) => actor['part-of'], { type: 'list', refersTo: 'actors' }),
    column('also', actorSchema.shape.also, (actor) => actor.also, { type: 'list' }),
    column('sources', actorSchema.shape.sources, (actor) => actor.sources, { type: 'list', refersTo: 'sources' }),
    ...registerColumns<Actor>('wikidata', 'geonames'),
    addressColumn((actor, { urls }) => urls.absolute(urls.record('actors', actor.id))),
  ],
  records: (chronicle) => chronicle.actors.values(),
});

interface RoleRow {
  readonly actor: string;
  readonly role: Actor['roles'][number];
}

/** Offices of persons. */
export const roleTable = defineTable<RoleRow>({
  name: 'roles',
  title: 'Roles',
  description: 'Offices of persons, as attested.',
  key: [],
  columns: [
    column('actor', 'The person.', ({ actor }) => actor, { isRequired: true, refersTo: 'actors' }),
    column('title', roleSchema.shape.title, ({ role }) => role.title, { isRequired: true }),
    column('of', roleSchema.shape.of, ({ role }) => role.of, { refersTo: 'actors' }),
    column('since', 'Since when, where known (EDTF).', ({ role }) => role.from),
    column('until', 'Until when, where known (EDTF).', ({ role }) => role.to),
  ],
  *records(chronicle) {
    for (const actor of chronicle.actors.values()) for (const role of actor.roles) yield { actor: actor.id, role };
  },
});

/** Places: settlements, districts, sites, rivers, countries. */
export const placeTable = defineTable<Place>({
  name: 'places',
  title: 'Places',
  description: 'Settlements, districts, sites, rivers and countries. All their names are in the table of names.',
  key: ['id'],
  columns: [
    column('id', "The place's permanent id.", (place) => place.id, { isRequired: true }),
    column('name', 'The display name: the first English one.', (place) => place.name, { isRequired: true }),
    column('kind', placeSchema.shape.kind, (place) => place.kind, { isRequired: true }),
    column('latitude', 'Degrees north, WGS 84.', (place) => place.coordinates?.at[0], { type: 'number' }),
    column('longitude', 'Degrees east, WGS 84.', (place) => place.coordinates?.at[1], { type: 'number' }),
    column(
      'precision',
      `What the coordinates stand for: ${placePrecisions.join(', ')}.`,
      (place) => place.coordinates?.precision,
    ),
    column('coordinates_source', 'Where the coordinates were read.', (place) => place.coordinates?.source, {
      refersTo: 'sources',
    }),
    column('within', placeSchema.shape.within, (place) => place.within, { type: 'list', refersTo: 'places' }),
    column('also', placeSchema.shape.also, (place) => place.also, { type: 'list' }),
    column('sources', placeSchema.shape.sources, (place) => place.sources, { type: 'list', refersTo: 'sources' }),
    ...registerColumns<Place>('wikidata', 'geonames'),
    addressColumn((place, { urls }) => urls.absolute(urls.record('places', place.id))),
  ],
  records: (chronicle) => chronicle.places.values(),
});

interface HeldRow {
  readonly place: string;
  readonly held: Place['held'][number];
}

/** Statements on who held a place. */
export const controlTable = defineTable<HeldRow>({
  name: 'control_claims',
  title: 'Claims of control',
  description: 'Statements on who held a place and when; none is taken as settled.',
  key: [],
  columns: [
    column('place', 'The place.', (row) => row.place, { isRequired: true, refersTo: 'places' }),
    column('holder', heldSchema.shape.by, ({ held }) => held.by, { isRequired: true, refersTo: 'actors' }),
    column('claimant', heldSchema.shape.says, ({ held }) => held.says, { isRequired: true, refersTo: 'actors' }),
    column('date', heldSchema.shape.on, ({ held }) => held.on, { isRequired: true }),
    column('denied_by', 'Actors who deny it.', ({ held }) => held['denied-by'], { type: 'list', refersTo: 'actors' }),
    column('sources', 'Where it was read.', ({ held }) => held.sources, { type: 'list', refersTo: 'sources' }),
  ],
  *records(chronicle) {
    for (const place of chronicle.places.values()) for (const held of place.held) yield { place: place.id, held };
  },
});

interface NameRow {
  readonly kind: 'actor' | 'place';
  readonly record: string;
  readonly position: number;
  readonly name: Place['names'][number];
}

const nameColumns: readonly Column<NameRow>[] = [
  {
    ...column<NameRow>('kind', 'Whose name it is.', (row) => row.kind, { isRequired: true }),
    vocabulary: ['actor', 'place'],
  },
  column('record', 'The id of the actor or place.', (row) => row.record, { isRequired: true }),
  column('position', 'Its place among the names, from 1.', (row) => row.position, {
    type: 'integer',
    isRequired: true,
  }),
  column('text', nameSchema.shape.text, ({ name }) => name.text, { isRequired: true }),
  column('language', nameSchema.shape.lang, ({ name }) => name.lang, { isRequired: true }),
  column('used_by', nameSchema.shape['used-by'], ({ name }) => name['used-by'], { type: 'list' }),
  column('note', nameSchema.shape.note, ({ name }) => name.note),
];

/** Every name of every actor and place. */
export const nameTable = defineTable<NameRow>({
  name: 'names',
  title: 'Names',
  description: 'Every name of every actor and place, in every language and script.',
  key: ['kind', 'record', 'position'],
  columns: nameColumns,
  *records(chronicle) {
    yield* namesOf('actor', chronicle.actors);
    yield* namesOf('place', chronicle.places);
  },
});

function* namesOf(kind: NameRow['kind'], records: Chronicle['actors'] | Chronicle['places']): Generator<NameRow> {
  for (const record of records.values())
    for (const [index, name] of record.names.entries()) yield { kind, record: record.id, position: index + 1, name };
}
