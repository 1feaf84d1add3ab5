import type { ViewContext } from '../../views/context.ts';
import { breadcrumbs, listSegments, segmentsOf } from './breadcrumbs.ts';
import { actorNode, entryNode, placeNode, sourceNode } from './records.ts';
import { chronicleReference, type Node } from './references.ts';
import { chronicleNode, datasetNode, websiteId, websiteNode } from './site.ts';

/** What a page says of itself. */
export interface PageFacts {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly record?: string | undefined;
}

/** Returns what a page is, in schema.org's terms, as text that may stand inside a script element. */
export function pageJsonLd(context: ViewContext, page: PageFacts): string {
  const entities = entityNodes(context, page);
  const graph = [pageNode(context, page, entities[0]), ...entities, breadcrumbs(context, page)];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph.filter(Boolean) }).replaceAll(
    '<',
    String.raw`\u003c`,
  );
}

function pageNode(context: ViewContext, page: PageFacts, main: Node | undefined): Node {
  const { chronicle, urls } = context;
  const address = urls.absolute(page.path);
  const [first = ''] = segmentsOf(context, page.path);
  const isDate = /^\d{4}$/.test(first) && page.record?.startsWith('entry:') !== true;
  return {
    '@type': pageType(context, page),
    '@id': address,
    url: address,
    name: page.title,
    description: page.description,
    inLanguage: 'en',
    license: chronicle.config.licence.url,
    isPartOf: page.path === urls.home ? undefined : { '@id': websiteId(context) },
    publisher: chronicleReference(context),
    temporalCoverage: isDate ? segmentsOf(context, page.path).join('-') : undefined,
    mainEntity: main === undefined ? undefined : { '@id': main['@id'] },
  };
}

function pageType(context: ViewContext, { path, record }: PageFacts): string {
  const { urls } = context;
  if (path === urls.search) return 'SearchResultsPage';
  if (record === 'page:about') return 'AboutPage';
  const [first = ''] = segmentsOf(context, path);
  const isList = record?.startsWith('day:') || (/^\d{4}$/.test(first) && record === undefined) || first in listSegments;
  return isList || path === urls.names || path === urls.page('figures') ? 'CollectionPage' : 'WebPage';
}

// The record that a page is about; further pages of its lists name it no more.
function entityNodes(context: ViewContext, { path, record = '' }: PageFacts): Node[] {
  const { chronicle, urls } = context;
  if (path === urls.home) return [websiteNode(context), chronicleNode(context)];
  if (path === urls.data()) return [datasetNode(context)];
  const [kind, id = ''] = record.split(':');
  if (kind === 'entry') {
    const entry = chronicle.entries.get(id) ?? chronicle.withdrawn.get(id);
    return entry ? [entryNode(context, entry)] : [];
  }
  const actor = kind === 'actor' && path === urls.record('actors', id) ? chronicle.actors.get(id) : undefined;
  const place = kind === 'place' && path === urls.record('places', id) ? chronicle.places.get(id) : undefined;
  const source = kind === 'source' && path === urls.record('sources', id) ? chronicle.sources.get(id) : undefined;
  return [
    ...(actor ? [actorNode(context, actor)] : []),
    ...(place ? [placeNode(context, place)] : []),
    ...(source ? [sourceNode(context, source)] : []),
  ];
}
