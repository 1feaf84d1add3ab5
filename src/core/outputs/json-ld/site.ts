import type { ViewContext } from '../../views/context.ts';
import { dataFiles } from '../data/data-files.ts';
import { byId, chronicleReference, type Node } from './references.ts';

/** Returns the id of the site as a whole. */
export function websiteId({ urls }: ViewContext): string {
  return `${urls.absolute(urls.home)}#website`;
}

/** Returns the site with its search. */
export function websiteNode(context: ViewContext): Node {
  const { chronicle, urls } = context;
  return {
    '@type': 'WebSite',
    '@id': websiteId(context),
    url: urls.absolute(urls.home),
    name: chronicle.config.title,
    description: chronicle.config.tagline,
    inLanguage: 'en',
    license: chronicle.config.licence.url,
    publisher: byId(chronicleReference(context)),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${urls.absolute(urls.search)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** Returns the chronicle as the maker of its pages. */
export function chronicleNode(context: ViewContext): Node {
  const { chronicle } = context;
  return {
    ...chronicleReference(context),
    description: chronicle.config.scope,
    sameAs: chronicle.config.repository,
  };
}

/** Returns the open data with its files. */
export function datasetNode(context: ViewContext): Node {
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
    creator: byId(chronicleReference(context)),
    temporalCoverage: starts.length > 0 ? `${starts[0]}/${ends.at(-1)}` : undefined,
    distribution: dataFiles(context).map((file) => ({
      '@type': 'DataDownload',
      name: file.title,
      encodingFormat: file.type,
      contentUrl: urls.absolute(urls.file(file.path)),
    })),
  };
}
