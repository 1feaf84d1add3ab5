import { formatDate } from '../dates.ts';
import type { Entry, Source } from '../model.ts';
import type { CslItem } from '../outputs/csl.ts';
import type { ViewContext } from './context.ts';

/** One `<meta>` of a page's head. */
export interface MetaView {
  readonly name: string;
  readonly content: string;
}

/**
 * Returns what reference managers and search engines for literature read in the head of a page: the tags of Google
 * Scholar and Dublin Core. `origins` are the sources that the page rests on.
 */
export function citeMeta(context: ViewContext, item: CslItem, origins: readonly string[] = []): MetaView[] {
  const { chronicle } = context;
  const date = item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0'));
  const authors = (item.author ?? []).map(({ literal }) => literal);
  const publisher = item['container-title'] ?? item.publisher ?? chronicle.config.title;
  return [
    ...named('citation_title', item.title),
    ...authors.flatMap((author) => named('citation_author', author)),
    ...named('citation_publication_date', date?.join('/')),
    ...named('citation_publisher', publisher),
    ...named('citation_public_url', item.URL),
    ...named('citation_language', item.language),
    ...named('DC.title', item.title),
    ...authors.flatMap((author) => named('DC.creator', author)),
    ...named('DC.date', date?.join('-')),
    ...named('DC.publisher', publisher),
    ...named('DC.identifier', item.URL),
    ...named('DC.language', item.language),
    ...named('DC.type', 'Text'),
    ...named('DC.description', item.note),
    ...origins.flatMap((id) => originMeta(context, id)),
  ];
}

/** Returns the tags of an entry's or day's page, under the chronicle's licence; `covers` is the time that it tells of. */
export function chronicleMeta(
  context: ViewContext,
  item: CslItem,
  origins: readonly string[],
  covers: string,
): MetaView[] {
  return [
    ...citeMeta(context, item, origins),
    ...named('DC.coverage', covers),
    ...named('DC.rights', context.chronicle.config.licence.url),
  ];
}

function originMeta({ chronicle }: ViewContext, id: string): MetaView[] {
  const source = chronicle.sources.get(id);
  return source ? named('DC.source', source.url ?? describeSource(source)) : [];
}

function describeSource(source: Source): string {
  return [source.title, source.publisher, source.issued && formatDate(source.issued)].filter(Boolean).join(', ');
}

function named(name: string, content: string | undefined): MetaView[] {
  return content === undefined || content === '' ? [] : [{ name, content }];
}

/** The entries whose sources a page rests on. */
export function sourcesOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap((entry) => entry.sources))];
}
