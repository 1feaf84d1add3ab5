import type { Actor, Chronicle, Entry, Place, Source } from '../model.ts';
import { requireRecord, type ViewContext } from '../views/context.ts';
import { listDayPages } from '../views/day.ts';
import { sourceToCsl } from './csl.ts';
import { type Table, toObject } from './data/table.ts';
import { correctionTable, entryTable, locationTable, relationTable } from './data/tables/entries.ts';
import { actorTable, controlTable, nameTable, placeTable, roleTable } from './data/tables/names.ts';
import { sourceTable } from './data/tables/sources.ts';
import { answerTable, claimTable, figureTable } from './data/tables/statements.ts';
import { jsonFile, type OutputFile } from './output-file.ts';

/**
 * Returns `index.json` of every entry, day, actor, place and source: the record with the names of columns of the open data.
 * Each is made from nothing but the chronicle.
 */
export function* pageFiles(context: ViewContext): Generator<OutputFile> {
  const { chronicle, urls } = context;
  const file = (page: string, value: () => unknown): OutputFile => ({
    ...jsonFile(urls.beside(page, 'index.json').slice(urls.base.length), () => ({
      licence: chronicle.config.licence.url,
      columns: urls.absolute(urls.data()),
      ...(value() as object),
    })),
    key: '',
  });
  for (const entry of chronicle.entries.values())
    yield file(urls.entry(entry), () => entryJson(context, requireRecord(chronicle.entries, entry.id)));
  for (const day of listDayPages(context)) yield file(urls.day(day), () => dayJson(context, day));
  for (const id of chronicle.actors.keys())
    yield file(urls.record('actors', id), () => actorJson(context, requireRecord(chronicle.actors, id)));
  for (const id of chronicle.places.keys())
    yield file(urls.record('places', id), () => placeJson(context, requireRecord(chronicle.places, id)));
  for (const id of chronicle.sources.keys())
    yield file(urls.record('sources', id), () => sourceJson(context, requireRecord(chronicle.sources, id)));
}

/** Returns an entry with its statements and the sources that they rest on. */
export function entryJson(context: ViewContext, entry: Entry): unknown {
  const own = ofEntries(context.chronicle, [entry]);
  return {
    record_type: 'entry',
    ...toObject(entryTable, entry, context),
    locations: rows(locationTable, own, context),
    claims: rows(claimTable, own, context),
    answers: [
      ...rows(answerTable, own, context),
      // Answers that stand in other entries.
      ...entry.claims.flatMap((claim) =>
        (context.chronicle.answers.get(claim.key) ?? [])
          .filter((answer) => !own.claims.has(answer.by))
          .map((answer) => ({ claim: answer.by, kind: answer.kind, answers: claim.key })),
      ),
    ],
    figures: rows(figureTable, own, context),
    relations: rows(relationTable, own, context),
    corrections: rows(correctionTable, own, context),
    references: entry.sources.map((id) => sourceToCsl(requireRecord(context.chronicle.sources, id))),
  };
}

/** Returns a day with its entries and their statements. */
export function dayJson(context: ViewContext, day: string): unknown {
  const { chronicle, urls } = context;
  const entries = (chronicle.days.get(day) ?? []).map((id) => requireRecord(chronicle.entries, id));
  const own = ofEntries(chronicle, entries);
  return {
    record_type: 'day',
    id: day,
    address: urls.absolute(urls.day(day)),
    entries: entries.map((entry) => {
      const { text: _, ...row } = toObject(entryTable, entry, context);
      return row;
    }),
    claims: rows(claimTable, own, context),
    answers: rows(answerTable, own, context),
    figures: rows(figureTable, own, context),
  };
}

/** Returns an actor with the ids of everything that names it. */
export function actorJson(context: ViewContext, actor: Actor): unknown {
  const { chronicle } = context;
  const own = { ...chronicle, actors: new Map([[actor.id, actor]]), places: new Map<string, Place>() };
  const links = chronicle.backlinks.actors.get(actor.id);
  return {
    record_type: 'actor',
    ...toObject(actorTable, actor, context),
    names: rows(nameTable, own, context),
    roles: rows(roleTable, own, context),
    members: links?.actors ?? [],
    entries: links?.entries ?? [],
    claims_made: links?.claims ?? [],
    claims_about: links?.claimsAbout ?? [],
    figures: links?.figures ?? [],
  };
}

/** Returns a place with the ids of everything that names it. */
export function placeJson(context: ViewContext, place: Place): unknown {
  const { chronicle } = context;
  const own = { ...chronicle, places: new Map([[place.id, place]]), actors: new Map<string, Actor>() };
  const links = chronicle.backlinks.places.get(place.id);
  return {
    record_type: 'place',
    ...toObject(placeTable, place, context),
    names: rows(nameTable, own, context),
    control_claims: rows(controlTable, own, context),
    places_within: links?.places ?? [],
    entries: links?.entries ?? [],
    claims: links?.claims ?? [],
    figures: links?.figures ?? [],
  };
}

/** Returns a source with its reference and the ids of everything that rests on it. */
export function sourceJson(context: ViewContext, source: Source): unknown {
  const links = context.chronicle.backlinks.sources.get(source.id);
  return {
    record_type: 'source',
    ...toObject(sourceTable, source, context),
    reference: sourceToCsl(source),
    entries: links?.entries ?? [],
    claims: links?.claims ?? [],
    figures: links?.figures ?? [],
    actors: links?.actors ?? [],
    places: links?.places ?? [],
  };
}

function rows(table: Table, own: Chronicle, context: ViewContext): unknown[] {
  return [...table.records(own)].map((record) => toObject(table, record, context));
}

// The chronicle cut down to some entries; tables then list their rows alone.
function ofEntries(chronicle: Chronicle, entries: readonly Entry[]): Chronicle {
  return {
    ...chronicle,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    withdrawn: new Map(),
    claims: new Map(entries.flatMap((entry) => entry.claims).map((claim) => [claim.key, claim])),
    figures: new Map(entries.flatMap((entry) => entry.figures).map((figure) => [figure.key, figure])),
  };
}
