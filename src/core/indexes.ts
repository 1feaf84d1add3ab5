import { dateSegments } from './dates.ts';
import { countDays, listDays } from './days.ts';
import type { Actor, Backlinks, Chronicle, Claim, Entry, Place, Relation } from './model.ts';

const spanLimit = 31;

/** Returns the answers to each claim, by the key of the claim answered. */
export function indexAnswers(claims: ReadonlyMap<string, Claim>): Chronicle['answers'] {
  const answers = new Map<string, { kind: Claim['answers'][number]['kind']; by: string }[]>();
  for (const claim of claims.values()) {
    for (const answer of claim.answers) push(answers, answer.claim, { kind: answer.kind, by: claim.key });
  }
  return answers;
}

/** Returns the entries of each day that their dates cover; dates of more than 31 days belong to their first day alone. */
export function indexDays(entries: ReadonlyMap<string, Entry>): Chronicle['days'] {
  const days = new Map<string, string[]>();
  for (const entry of entries.values()) {
    if (entry.date.precision === 'month' || entry.date.precision === 'year') continue;
    const { start, end } = entry.date;
    if (countDays(start, end) < spanLimit) for (const day of listDays(start, end)) push(days, day, entry.id);
    else if (dateSegments(entry.date).length === 3) push(days, entry.date.start, entry.id);
  }
  return days;
}

/** Returns everything that names each actor, place, source and entry. */
export function indexBacklinks(
  entries: ReadonlyMap<string, Entry>,
  actors: ReadonlyMap<string, Actor>,
  places: ReadonlyMap<string, Place>,
): Chronicle['backlinks'] {
  const byActor = new Collector();
  const byPlace = new Collector();
  const bySource = new Collector();
  const byEntry = new Map<string, Relation[]>();
  for (const entry of entries.values()) {
    for (const id of entry.actors) byActor.add(id, 'entries', entry.id);
    for (const mention of entry.places) byPlace.add(mention.place, 'entries', entry.id);
    for (const id of entry.sources) bySource.add(id, 'entries', entry.id);
    for (const relation of entry.related) push(byEntry, relation.entry, { kind: relation.kind, entry: entry.id });
    for (const claim of entry.claims) {
      for (const id of claim.by) byActor.add(id, 'claims', claim.key);
      for (const id of claim.about) byActor.add(id, 'claimsAbout', claim.key);
      for (const id of claim.sources) bySource.add(id, 'claims', claim.key);
      for (const mention of entry.places) byPlace.add(mention.place, 'claims', claim.key);
    }
    for (const figure of entry.figures) {
      for (const id of figure.by) byActor.add(id, 'figures', figure.key);
      for (const id of figure.sources) bySource.add(id, 'figures', figure.key);
      const where = figure.places.length > 0 ? figure.places : entry.places.map((mention) => mention.place);
      for (const id of where) byPlace.add(id, 'figures', figure.key);
    }
  }
  for (const actor of actors.values()) {
    for (const id of actor['part-of']) byActor.add(id, 'actors', actor.id);
    for (const role of actor.roles) if (role.of !== undefined) byActor.add(role.of, 'actors', actor.id);
    for (const id of actor.sources) bySource.add(id, 'actors', actor.id);
  }
  for (const place of places.values()) {
    for (const id of place.within) byPlace.add(id, 'places', place.id);
    for (const id of place.sources) bySource.add(id, 'places', place.id);
    if (place.coordinates) bySource.add(place.coordinates.source, 'places', place.id);
  }
  return { actors: byActor.links, places: byPlace.links, sources: bySource.links, entries: byEntry };
}

type Kind = keyof Backlinks;

class Collector {
  readonly links = new Map<string, Record<Kind, string[]>>();

  add(id: string, kind: Kind, from: string): void {
    let links = this.links.get(id);
    if (!links) {
      links = { entries: [], claims: [], claimsAbout: [], figures: [], actors: [], places: [] };
      this.links.set(id, links);
    }
    // The same record is added several times in a row at most.
    if (links[kind].at(-1) !== from) links[kind].push(from);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
