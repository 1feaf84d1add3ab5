import { formatDate, requireDate } from '../dates.ts';
import { placeKindLabels, precisionLabels } from '../labels.ts';
import type { Place } from '../model.ts';
import { countLinkPages, linksOf } from './backlinks.ts';
import { type DatedClaim, datedClaims, type NameView, nameViews } from './actor.ts';
import {
  actorLink,
  countNoun,
  type LinkView,
  placeLink,
  requireRecord,
  type SourceView,
  sourceView,
  type ViewContext,
} from './context.ts';
import { renderRecordBody } from './entry.ts';
import { type EntryCard, entryCards, pageLinks, type PagedRows, pageRows } from './entry-list.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';
import { type InsetView, insetView } from './map-inset.ts';
import { type HistoryView, historyView } from './history.ts';

/** One place's page. */
export interface PlaceView {
  readonly frame: FrameView;
  readonly history: HistoryView | undefined;
  readonly title: string;
  readonly kind: string;
  readonly names: readonly NameView[];
  readonly within: readonly LinkView[];
  readonly contains: readonly LinkView[];
  readonly coordinates: { readonly text: string; readonly precision: string; readonly source: SourceView } | undefined;
  readonly held: readonly {
    readonly on: string;
    readonly by: LinkView;
    readonly says: LinkView;
    readonly deniedBy: readonly LinkView[];
    readonly sources: readonly SourceView[];
  }[];
  readonly map: InsetView | undefined;
  readonly html: string;
  readonly entries: readonly EntryCard[];
  readonly claims: readonly DatedClaim[];
  readonly figures: readonly FigureView[];
  readonly counts: { readonly entries: number; readonly claims: number; readonly figures: number };
  readonly sources: readonly SourceView[];
  readonly page: number;
  readonly pages: PagedRows<never>['pages'];
}

/** Returns how many pages a place's lists need. */
export function countPlacePages({ chronicle }: ViewContext, id: string): number {
  return countLinkPages(linksOf(chronicle.backlinks.places, id));
}

/** Returns one page of a place. */
export function placeView(context: ViewContext, place: Place, page: number): PlaceView {
  const { chronicle, urls } = context;
  const links = linksOf(chronicle.backlinks.places, place.id);
  const suffix = page > 1 ? `, page ${page}` : '';
  const otherNames = place.names.slice(1).map((name) => name.text);
  return {
    frame: frameView(context, {
      path: urls.record('places', place.id, page),
      title: `${place.name}, ${placeKindLabels[place.kind].toLowerCase()}${suffix}`,
      description: `${place.name}${otherNames.length > 0 ? ` (${otherNames.slice(0, 4).join(', ')})` : ''}: ${countNoun(links.entries.length, 'entry', 'entries')} and ${countNoun(links.claims.length, 'claim')}, each with its source${suffix}.`,
      record: `place:${place.id}`,
    }),
    history: historyView(context, `places/${place.id}`),
    title: place.name,
    kind: placeKindLabels[place.kind],
    names: nameViews(context, place.names),
    within: place.within.map((id) => placeLink(context, id)),
    contains: links.places
      .filter((id) => chronicle.places.get(id)?.within.includes(place.id))
      .map((id) => placeLink(context, id)),
    coordinates: place.coordinates && {
      text: formatCoordinates(place.coordinates.at),
      precision: precisionLabels[place.coordinates.precision],
      source: sourceView(context, place.coordinates.source),
    },
    held: place.held.map((held) => ({
      on: formatDate(requireDate(held.on)),
      by: actorLink(context, held.by),
      says: actorLink(context, held.says),
      deniedBy: held['denied-by'].map((id) => actorLink(context, id)),
      sources: held.sources.map((id) => sourceView(context, id)),
    })),
    map: insetView(context, [place.id]),
    html: renderRecordBody(context, place, []).html,
    entries: entryCards(context, pageRows(links.entries, page)),
    claims: datedClaims(context, pageRows(links.claims, page)),
    figures: figureViews(
      context,
      pageRows(links.figures, page).map((key) => requireRecord(chronicle.figures, key)),
    ),
    counts: { entries: links.entries.length, claims: links.claims.length, figures: links.figures.length },
    sources: place.sources.map((id) => sourceView(context, id)),
    page,
    pages: pageLinks(countLinkPages(links), page, (number) => urls.record('places', place.id, number)),
  };
}

// Digits as the source gives them.
function formatCoordinates([latitude, longitude]: readonly [number, number]): string {
  return `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;
}
