import { parseCount } from './counts.ts';
import { parseDate, requireDate, startText } from './dates.ts';
import type { Actor, Answer, Claim, Entry, Figure, Page, Place, RecordBase, Relation, Source } from './model.ts';
import type { ReadRecord } from './read-record.ts';
import { answerKinds, type ClaimData, type EntryData, type FigureData, relationKinds } from './schema.ts';

/** Returns the records of one kind in their final form. */
export function buildEntry(record: ReadRecord<'entries'>, data: EntryData): Entry {
  const claims = data.claims.map((claim) => buildClaim(record.id, data.date, claim));
  const figures = data.figures.map((figure) => buildFigure(record.id, data.date, figure));
  return {
    ...buildBase(record),
    slug: record.id.slice(startText(data.date).length + 1),
    title: data.title,
    date: requireDate(data.date),
    time: data.time,
    kind: data.kind,
    summary: data.summary,
    places: data.places,
    actors: unique([
      ...claims.flatMap((claim) => claim.by),
      ...figures.flatMap((figure) => figure.by),
      ...data.actors,
      ...claims.flatMap((claim) => claim.about),
    ]),
    sources: unique([
      ...data.sources,
      ...claims.flatMap((claim) => claim.sources),
      ...figures.flatMap((figure) => figure.sources),
      ...(record.body?.citations ?? []).map((mention) => mention.source),
    ]),
    restsOn: unique([...claims, ...figures].flatMap((statement) => statement.sources)),
    claims,
    figures,
    related: data.related.flatMap(buildRelations),
    corrections: data.corrections,
    status: data.status,
    reason: data.reason,
    was: data.was,
    sensitive: data.sensitive,
    'same-as': data['same-as'],
  };
}

/** Returns an actor with its display name. */
export function buildActor(record: ReadRecord<'actors'>, data: NonNullable<ReadRecord<'actors'>['data']>): Actor {
  return { ...buildBase(record), ...data, name: displayName(data.names) };
}

/** Returns a place with its display name. */
export function buildPlace(record: ReadRecord<'places'>, data: NonNullable<ReadRecord<'places'>['data']>): Place {
  return { ...buildBase(record), ...data, name: displayName(data.names) };
}

/** Returns a source. */
export function buildSource(record: ReadRecord<'sources'>, data: NonNullable<ReadRecord<'sources'>['data']>): Source {
  const issued = data.issued === undefined ? undefined : requireDate(data.issued);
  return { ...buildBase(record), ...data, issued };
}

/** Returns a page. */
export function buildPage(record: ReadRecord<'pages'>, data: NonNullable<ReadRecord<'pages'>['data']>): Page {
  return { ...buildBase(record), ...data };
}

/** Returns the key of a claim that a claim of an entry names: `claim-id` or `entry-id#claim-id`. */
export function claimKey(entry: string, reference: string): string {
  return reference.includes('#') ? reference : `${entry}#${reference}`;
}

function buildBase(record: ReadRecord): RecordBase {
  return { id: record.id, path: record.path };
}

function buildClaim(entry: string, date: string, data: ClaimData): Claim {
  return {
    key: `${entry}#${data.id}`,
    id: data.id,
    entry,
    by: data.by,
    says: data.says,
    about: data.about,
    on: requireDate(data.on ?? date),
    answers: answerKinds.flatMap((kind) =>
      data[kind].map((reference): Answer => ({ kind, claim: claimKey(entry, reference) })),
    ),
    sources: data.sources,
  };
}

function buildFigure(entry: string, date: string, data: FigureData): Figure {
  const count = parseCount(data.count);
  if (!count) throw new TypeError(`Expected a count, got \`${data.count}\``);
  return {
    key: `${entry}#${data.id}`,
    id: data.id,
    entry,
    by: data.by,
    count,
    of: data.of,
    who: data.who,
    part: data.part,
    side: data.side,
    places: data.places,
    since: data.since === undefined ? undefined : parseDate(data.since),
    asOf: requireDate(data['as-of'] ?? date),
    note: data.note,
    sources: data.sources,
  };
}

function buildRelations(related: EntryData['related'][number]): Relation[] {
  return relationKinds.flatMap((kind) => {
    const entry = related[kind];
    return entry === undefined ? [] : [{ kind, entry }];
  });
}

function displayName(names: readonly { readonly text: string; readonly lang: string }[]): string {
  return names.find((name) => name.lang === 'en')?.text ?? '';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
