import { formatDate } from '../dates.ts';
import { languageLabel, sourceClassLabels } from '../labels.ts';
import type { Source } from '../model.ts';
import { countLinkPages, linksOf } from './backlinks.ts';
import { type DatedClaim, datedClaims } from './actor.ts';
import { sourceToCsl } from '../outputs/csl.ts';
import { type CiteView, sourceCite } from './cite.ts';
import { citeMeta } from './cite-meta.ts';
import {
  actorLink,
  countNoun,
  formatImprint,
  linkOf,
  type LinkView,
  partyLabel,
  placeLink,
  requireRecord,
  type SourceView,
  sourceView,
  type ViewContext,
} from './context.ts';
import { type LinkStateView, linkStateView } from './link-state.ts';
import { renderRecordBody } from './entry.ts';
import { type EntryCard, entryCards, pageLinks, type PagedRows, pageRows } from './entry-list.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';
import { type HistoryView, historyView } from './history.ts';

/** One source's page. */
export interface SourcePageView {
  readonly frame: FrameView;
  readonly title: string;
  readonly titleLanguage: string;
  readonly imprint: string;
  readonly author: string;
  readonly publisher: string;
  readonly agency: string;
  readonly issued: string;
  readonly language: string;
  readonly classLabel: string;
  readonly party: string | undefined;
  readonly url: string | undefined;
  readonly urlMissing: string | undefined;
  readonly link: LinkStateView;
  readonly archive: string | undefined;
  readonly archiveMissing: string | undefined;
  readonly origin: SourceView | undefined;
  readonly note: string | undefined;
  readonly html: string;
  readonly cite: CiteView;
  readonly history: HistoryView | undefined;
  readonly entries: readonly EntryCard[];
  readonly claims: readonly DatedClaim[];
  readonly figures: readonly FigureView[];
  readonly records: readonly LinkView[];
  readonly counts: { readonly entries: number; readonly claims: number; readonly figures: number };
  readonly page: number;
  readonly pages: PagedRows<never>['pages'];
}

/** Returns how many pages a source's lists need. */
export function countSourcePages({ chronicle }: ViewContext, id: string): number {
  return countLinkPages(linksOf(chronicle.backlinks.sources, id));
}

/** Returns one page of a source: its reference and everything that rests on it. */
export function sourcePageView(context: ViewContext, source: Source, page: number): SourcePageView {
  const { chronicle, urls } = context;
  const links = linksOf(chronicle.backlinks.sources, source.id);
  const imprint = formatImprint(source);
  const suffix = page > 1 ? `, page ${page}` : '';
  return {
    frame: frameView(context, {
      path: urls.record('sources', source.id, page),
      // Titles repeat among papers and dates; the id does not.
      title: `${source.title} (${source.id})${suffix}`,
      description: `${source.title}. ${imprint}. ${countNoun(links.claims.length, 'claim')} and ${countNoun(links.figures.length, 'figure')} rest on it${suffix}.`,
      record: `source:${source.id}`,
      meta: citeMeta(context, sourceToCsl(source)),
    }),
    title: source.title,
    titleLanguage: source.language,
    imprint,
    author: source.author.join(', '),
    publisher: source.publisher,
    agency: source.agency.join(', '),
    issued: source.issued === undefined ? 'unknown' : formatDate(source.issued),
    language: languageLabel(source.language),
    classLabel: sourceClassLabels[source.class],
    party: partyLabel(context, source.party),
    url: source.url,
    urlMissing: source['url-missing'],
    link: linkStateView(linkOf(context, source)),
    archive: source.archive,
    archiveMissing: source['archive-missing'],
    origin: source.origin === 'self' ? undefined : sourceView(context, source.origin),
    note: source.note,
    html: renderRecordBody(context, source, []).html,
    cite: sourceCite(context, source),
    history: historyView(context, `sources/${source.id}`),
    entries: entryCards(context, pageRows(links.entries, page)),
    claims: datedClaims(context, pageRows(links.claims, page)),
    figures: figureViews(
      context,
      pageRows(links.figures, page).map((key) => requireRecord(chronicle.figures, key)),
    ),
    records: [...links.actors.map((id) => actorLink(context, id)), ...links.places.map((id) => placeLink(context, id))],
    counts: { entries: links.entries.length, claims: links.claims.length, figures: links.figures.length },
    page,
    pages: pageLinks(countLinkPages(links), page, (number) => urls.record('sources', source.id, number)),
  };
}
