import { dateSegments } from '../../dates.ts';
import type { Actor, Claim, Entry, Place, Source } from '../../model.ts';
import { lastCorrection } from '../../record-dates.ts';
import type { ViewContext } from '../../views/context.ts';
import {
  actorReference,
  actorTypes,
  byId,
  chronicleReference,
  type Node,
  placeReference,
  placeTypes,
  recordId,
  sourceReference,
  sourceTypes,
} from './references.ts';

/** Returns an entry as an article about an event, with its claims and the sources that it rests on. */
export function entryNode(context: ViewContext, entry: Entry): Node {
  const { chronicle, urls } = context;
  const page = urls.absolute(urls.entry(entry));
  return {
    '@type': 'Article',
    '@id': `${page}#article`,
    identifier: entry.id,
    headline: entry.title,
    abstract: entry.status === 'withdrawn' ? undefined : entry.summary,
    creativeWorkStatus: entry.status === 'withdrawn' ? 'Withdrawn' : 'Published',
    inLanguage: 'en',
    license: chronicle.config.licence.url,
    isAccessibleForFree: true,
    author: byId(chronicleReference(context)),
    publisher: byId(chronicleReference(context)),
    dateModified: lastCorrection(entry),
    correction: list(entry.corrections.map((correction) => correction.note)),
    mainEntityOfPage: page,
    ...(entry.status === 'withdrawn' ? {} : eventOf(context, entry, page)),
  };
}

function eventOf(context: ViewContext, entry: Entry, page: string): Node {
  const places = [...new Set(entry.places.map((mention) => mention.place))];
  return {
    about: {
      '@type': 'Event',
      '@id': `${page}#event`,
      name: entry.title,
      ...datesOf(entry),
      location: list(places.map((id) => placeReference(context, id))),
    },
    mentions: list(entry.actors.map((id) => actorReference(context, id))),
    citation: list(entry.sources.map((id) => sourceReference(context, id))),
    hasPart: list(entry.claims.map((claim) => claimNode(context, claim))),
  };
}

function claimNode(context: ViewContext, claim: Claim): Node {
  return {
    '@type': 'Claim',
    '@id': context.urls.absolute(context.urls.statement(claim.key)),
    text: claim.says,
    author: list(claim.by.map((id) => byId(actorReference(context, id)))),
    about: list(claim.about.map((id) => byId(actorReference(context, id)))),
    dateCreated: dateSegments(claim.on).join('-'),
    appearance: list(claim.sources.map((id) => byId(sourceReference(context, id)))),
  };
}

// A date is as fine as it was stated: a year stays a year.
function datesOf(entry: Entry): Node {
  const [start = '', end] = entry.date.edtf.split('/').map((part) => part.replace(/[?~%]$/, ''));
  return { startDate: start, endDate: end };
}

/** Returns an actor with its names. */
export function actorNode(context: ViewContext, actor: Actor): Node {
  const isPerson = actor.kind === 'person';
  const parents = actor['part-of'].map((id) => actorReference(context, id));
  const organizations = parents.filter((parent) => parent['@type'] !== 'Person');
  return {
    '@type': actorTypes[actor.kind],
    '@id': recordId(context, 'actors', actor.id),
    identifier: actor.id,
    name: actor.name,
    alternateName: otherNames(actor),
    jobTitle: isPerson ? list(actor.roles.map((role) => role.title)) : undefined,
    memberOf: isPerson ? list(organizations) : undefined,
    parentOrganization: isPerson ? undefined : list(organizations),
    sameAs: registers(actor),
  };
}

/** Returns a place with its names and where it lies. */
export function placeNode(context: ViewContext, place: Place): Node {
  const [latitude, longitude] = place.coordinates?.at ?? [];
  return {
    '@type': placeTypes[place.kind],
    '@id': recordId(context, 'places', place.id),
    identifier: place.id,
    name: place.name,
    alternateName: otherNames(place),
    geo: latitude === undefined ? undefined : { '@type': 'GeoCoordinates', latitude, longitude },
    containedInPlace: list(place.within.map((id) => placeReference(context, id))),
    sameAs: registers(place),
  };
}

/** Returns a source as the document that it is. */
export function sourceNode(context: ViewContext, source: Source): Node {
  const credit = [...source.author, ...source.agency];
  return {
    '@type': sourceTypes[source.type],
    '@id': recordId(context, 'sources', source.id),
    identifier: source.id,
    name: source.title,
    // Nothing says whether a printed name is a person's or a body's.
    creditText: credit.length > 0 ? credit.join(', ') : undefined,
    publisher: { '@type': 'Organization', name: source.publisher },
    datePublished: source.issued && dateSegments(source.issued).join('-'),
    inLanguage: source.language,
    url: source.url,
    archivedAt: source.archive,
    isBasedOn: source.origin === 'self' ? undefined : sourceReference(context, source.origin),
  };
}

function otherNames(record: Actor | Place): readonly string[] | undefined {
  return list([...new Set(record.names.map((name) => name.text))].filter((text) => text !== record.name));
}

function registers(record: Actor | Place): readonly string[] | undefined {
  const ids = record['same-as'];
  return list([
    ...(ids?.wikidata === undefined ? [] : [`http://www.wikidata.org/entity/${ids.wikidata}`]),
    ...(ids?.geonames === undefined ? [] : [`https://sws.geonames.org/${ids.geonames}/`]),
  ]);
}

function list<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
