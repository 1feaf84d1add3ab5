import { formatDay, formatMonthName } from '../../days.ts';
import type { ViewContext } from '../../views/context.ts';
import { dataFiles } from '../data/data-files.ts';
import { actorNode, entryNode, placeNode, sourceNode } from './records.ts';
import { chronicleReference, type Node } from './references.ts';

/** What a page says of itself. */
export interface PageFacts {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly record?: string | undefined;
}

/** Returns what a page is, in schema.org's terms, as text that may stand inside a script element. */
export function pageJsonLd(context: ViewContext, page: PageFacts): string {
  const graph = [pageNode(context, page), ...entityNodes(context, page), breadcrumbs(context, page)];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph.filter(Boolean) }).replaceAll(
    '<',
    String.raw`\u003c`,
  );
}

const listSegments: Readonly<Record<string, string>> = {
  actors: 'Actors',
  places: 'Places',
  sources: 'Sources',
  claims: 'Claims',
};

function pageNode(context: ViewContext, page: PageFacts): Node {
  const { chronicle, urls } = context;
  const address = urls.absolute(page.path);
  const main = entityNodes(context, page)[0]?.['@id'];
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
    mainEntity: main === undefined ? undefined : { '@id': main },
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

function websiteId({ urls }: ViewContext): string {
  return `${urls.absolute(urls.home)}#website`;
}

function websiteNode(context: ViewContext): Node {
  const { chronicle, urls } = context;
  return {
    '@type': 'WebSite',
    '@id': websiteId(context),
    url: urls.absolute(urls.home),
    name: chronicle.config.title,
    description: chronicle.config.tagline,
    inLanguage: 'en',
    license: chronicle.config.licence.url,
    publisher: chronicleReference(context),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${urls.absolute(urls.search)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function chronicleNode(context: ViewContext): Node {
  const { chronicle, urls } = context;
  return {
    ...chronicleReference(context),
    name: chronicle.config.title,
    url: urls.absolute(urls.home),
    description: chronicle.config.scope,
    sameAs: chronicle.config.repository,
  };
}

function datasetNode(context: ViewContext): Node {
  const { chronicle, urls } = context;
  const { config } = chronicle;
  const starts = [...chronicle.entries.values()].map((entry) => entry.date.start);
  const ends = [...chronicle.entries.values()].map((entry) => entry.date.end).sort();
  return {
    '@type': 'Dataset',
    '@id': `${urls.absolute(urls.data())}#dataset`,
    url: urls.absolute(urls.data()),
    name: config.title,
    description: `${config.tagline}. ${config.scope}`,
    inLanguage: 'en',
    license: config.licence.url,
    isAccessibleForFree: true,
    creator: chronicleReference(context),
    temporalCoverage: starts.length > 0 ? `${starts[0]}/${ends.at(-1)}` : undefined,
    distribution: dataFiles(context).map((file) => ({
      '@type': 'DataDownload',
      name: file.title,
      encodingFormat: file.type,
      contentUrl: urls.absolute(urls.file(file.path)),
    })),
  };
}

function breadcrumbs(context: ViewContext, page: PageFacts): Node | undefined {
  const { chronicle, urls } = context;
  if (page.path === urls.home) return undefined;
  const crumbs = [
    { name: chronicle.config.title, path: urls.home },
    ...parents(context, page.path),
    { name: page.title, path: page.path },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': urls.absolute(path) },
    })),
  };
}

// The pages above one: years, months and days, or the list that a record stands in.
function parents(context: ViewContext, path: string): { name: string; path: string }[] {
  const { urls } = context;
  const [first = '', month = '', day = '', ...rest] = segmentsOf(context, path);
  if (first in listSegments)
    return month === '' ? [] : [{ name: listSegments[first] ?? '', path: `${urls.base}${first}/` }];
  if (!/^\d{4}$/.test(first) || month === '') return [];
  const crumbs = [{ name: first, path: urls.year(first) }];
  if (!/^\d{2}$/.test(month) || day === '') return crumbs;
  crumbs.push({ name: formatMonthName(month), path: urls.month(first, month) });
  if (!/^\d{2}$/.test(day) || rest.length === 0) return crumbs;
  crumbs.push({ name: formatDay(`${first}-${month}-${day}`), path: urls.day(`${first}-${month}-${day}`) });
  return crumbs;
}

function segmentsOf({ urls }: ViewContext, path: string): string[] {
  return path.slice(urls.base.length).split('/').filter(Boolean);
}
