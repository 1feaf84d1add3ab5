import type { Actor, Place, Source } from '../../model.ts';
import type { RecordKind } from '../../urls.ts';
import { requireRecord, type ViewContext } from '../../views/context.ts';

/** A node of JSON-LD in the terms of schema.org; what is `undefined` is left out. */
export interface Node {
  readonly '@type'?: string;
  readonly '@id'?: string;
  readonly [property: string]: unknown;
}

/** The type of an actor: the same rule for every side. */
export const actorTypes: Readonly<Record<Actor['kind'], string>> = {
  state: 'GovernmentOrganization',
  'de-facto-authority': 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  'armed-force': 'GovernmentOrganization',
  'international-body': 'Organization',
  ngo: 'NGO',
  media: 'NewsMediaOrganization',
  person: 'Person',
  party: 'PoliticalParty',
  other: 'Organization',
};

/** The type of a place. */
export const placeTypes: Readonly<Record<Place['kind'], string>> = {
  city: 'City',
  town: 'Place',
  village: 'Place',
  district: 'AdministrativeArea',
  region: 'AdministrativeArea',
  country: 'Country',
  site: 'Place',
  river: 'RiverBodyOfWater',
  corridor: 'Place',
};

/** The type of a document. */
export const sourceTypes: Readonly<Record<Source['type'], string>> = {
  article: 'Article',
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  book: 'Book',
  broadcast: 'CreativeWork',
  chapter: 'Chapter',
  dataset: 'Dataset',
  'entry-encyclopedia': 'Article',
  legal_case: 'CreativeWork',
  legislation: 'Legislation',
  map: 'Map',
  post: 'SocialMediaPosting',
  'post-weblog': 'BlogPosting',
  report: 'Report',
  speech: 'CreativeWork',
  treaty: 'Legislation',
  webpage: 'WebPage',
};

const fragments: Readonly<Record<RecordKind, string>> = { actors: 'actor', places: 'place', sources: 'source' };

/** Returns the permanent id of what a record tells of, as distinct from its page. */
export function recordId({ urls }: ViewContext, kind: RecordKind, id: string): string {
  return `${urls.absolute(urls.record(kind, id))}#${fragments[kind]}`;
}

/** Returns an actor as far as another record needs to name it. */
export function actorReference(context: ViewContext, id: string): Node {
  const actor = requireRecord(context.chronicle.actors, id);
  return { '@type': actorTypes[actor.kind], '@id': recordId(context, 'actors', id), name: actor.name };
}

/** Returns a place as far as another record needs to name it. */
export function placeReference(context: ViewContext, id: string): Node {
  const place = requireRecord(context.chronicle.places, id);
  return { '@type': placeTypes[place.kind], '@id': recordId(context, 'places', id), name: place.name };
}

/** Returns a source as far as another record needs to name it. */
export function sourceReference(context: ViewContext, id: string): Node {
  const source = requireRecord(context.chronicle.sources, id);
  return { '@type': sourceTypes[source.type], '@id': recordId(context, 'sources', id), name: source.title };
}

/** Returns the chronicle as the maker of its pages. */
export function chronicleReference({ chronicle, urls }: ViewContext): Node {
  const home = urls.absolute(urls.home);
  return { '@type': 'Project', '@id': `${home}#chronicle`, name: chronicle.config.title, url: home };
}

/** Returns a node by its id alone, for what stands in full elsewhere on the page. */
export function byId(node: Node): Node {
  return { '@id': node['@id'] ?? '' };
}
