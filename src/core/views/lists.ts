import { actorKindLabels, placeKindLabels } from '../labels.ts';
import { remember } from '../memo.ts';
import type { Chronicle } from '../model.ts';
import type { RecordKind } from '../urls.ts';
import {
  countNoun,
  formatImprint,
  type LinkView,
  sideLabel,
  type SourceView,
  sourceView,
  type ViewContext,
} from './context.ts';
import { countPages, pageLinks, type PagedRows, pageRows, pageSize } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';

/** One record in an index. */
export interface IndexRow extends LinkView {
  readonly otherNames: readonly { readonly text: string; readonly lang: string }[];
  readonly remark: string;
  readonly count: string;
}

/** The index of actors or places: records under headings. */
export interface IndexView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly groups: readonly { readonly heading: string; readonly id: string; readonly rows: readonly IndexRow[] }[];
  readonly page: number;
  readonly pages: PagedRows<never>['pages'];
}

/** The index of sources, one page of it. */
export interface SourceIndexView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly rows: readonly (SourceView & { readonly count: string })[];
  readonly page: number;
  readonly pages: PagedRows<never>['pages'];
}

/** Returns how many pages an index has. */
export function countIndexPages({ chronicle }: ViewContext, kind: RecordKind): number {
  return countPages(chronicle[kind].size);
}

/** Returns one page of the index of actors, under the names of sides. */
export function actorsView(context: ViewContext, page: number): IndexView {
  return indexView(context, 'actors', 'Actors', page, actorRows(context));
}

const actorRows = remember((context: ViewContext): GroupedRows => {
  const { chronicle, urls } = context;
  const sides = [...chronicle.config.sides.map((side) => side.id), 'third-party'];
  const rows = [...chronicle.actors.values()].map((actor) => ({
    group: actor.side,
    row: indexRow(
      urls.record('actors', actor.id),
      actor.name,
      actor.names.slice(1),
      actorKindLabels[actor.kind],
      chronicle.backlinks.actors.get(actor.id)?.entries.length ?? 0,
    ),
  }));
  return sortRows(
    rows,
    sides.map((side) => ({ key: side, heading: sideLabel(context, side) })),
  );
});

/** Returns one page of the index of places, under the names of kinds. */
export function placesView(context: ViewContext, page: number): IndexView {
  return indexView(context, 'places', 'Places', page, placeRows(context));
}

const placeRows = remember((context: ViewContext): GroupedRows => {
  const { chronicle, urls } = context;
  const rows = [...chronicle.places.values()].map((place) => ({
    group: place.kind,
    row: indexRow(
      urls.record('places', place.id),
      place.name,
      place.names.slice(1),
      place.within.map((id) => chronicle.places.get(id)?.name ?? id).join(', '),
      chronicle.backlinks.places.get(place.id)?.entries.length ?? 0,
    ),
  }));
  const kinds = Object.entries(placeKindLabels).map(([key, label]) => ({ key, heading: label }));
  return sortRows(rows, kinds);
});

/** Returns one page of the index of sources, by publisher and date. */
export function sourcesView(context: ViewContext, page: number): SourceIndexView {
  const { chronicle, urls } = context;
  const { sources, undated } = sortedSources(chronicle);
  const [first] = pageRows(sources, page);
  return {
    frame: frameView(context, {
      path: urls.list('sources', page),
      title: pageTitle('Sources', page),
      description: `${countNoun(sources.length, 'source')} of the chronicle${pageSuffix(page)}, with publisher, date and class, from ${first ? formatImprint(first) : ''}.`,
    }),
    title: 'Sources',
    lede: `${countNoun(sources.length, 'source')}, by publisher; ${undated} of them undated.`,
    rows: pageRows(sources, page).map((source) => ({
      ...sourceView(context, source.id),
      count: countNoun(chronicle.backlinks.sources.get(source.id)?.entries.length ?? 0, 'entry', 'entries'),
    })),
    page,
    pages: pageLinks(countPages(sources.length), page, (number) => urls.list('sources', number)),
  };
}

const sortedSources = remember((chronicle: Chronicle) => {
  const collator = new Intl.Collator('en');
  const sources = [...chronicle.sources.values()].sort(
    (a, b) =>
      collator.compare(a.publisher, b.publisher) ||
      collator.compare(a.issued?.edtf ?? '', b.issued?.edtf ?? '') ||
      (a.id < b.id ? -1 : 1),
  );
  return { sources, undated: sources.filter((source) => source.issued === undefined).length };
});

function indexRow(
  href: string,
  text: string,
  otherNames: IndexRow['otherNames'],
  remark: string,
  entries: number,
): IndexRow {
  return { href, text, otherNames, remark, count: countNoun(entries, 'entry', 'entries') };
}

interface GroupedRow {
  readonly group: string;
  readonly row: IndexRow;
}

interface GroupedRows {
  readonly groups: readonly { readonly key: string; readonly heading: string }[];
  /** All rows, in the order of their groups. */
  readonly rows: readonly GroupedRow[];
}

function sortRows(rows: readonly GroupedRow[], groups: GroupedRows['groups']): GroupedRows {
  const collator = new Intl.Collator('en');
  const sorted = groups.flatMap(({ key }) =>
    rows
      .filter((row) => row.group === key)
      .sort((a, b) => collator.compare(a.row.text, b.row.text) || (a.row.href < b.row.href ? -1 : 1)),
  );
  return { groups, rows: sorted };
}

function indexView(
  context: ViewContext,
  kind: RecordKind,
  title: string,
  page: number,
  { groups, rows }: GroupedRows,
): IndexView {
  const shown = pageRows(rows, page);
  return {
    frame: frameView(context, {
      path: context.urls.list(kind, page),
      title: pageTitle(title, page),
      description: `All ${rows.length} ${kind} of the chronicle${pageSuffix(page)}, with their names in every language and the number of entries that name them.`,
    }),
    title,
    lede: `${countNoun(rows.length, kind.slice(0, -1))}${rows.length > pageSize ? `, ${pageSize} to a page` : ''}.`,
    groups: groups
      .map(({ key, heading }) => ({
        heading,
        id: `group-${key}`,
        rows: shown.filter((row) => row.group === key).map((row) => row.row),
      }))
      .filter((group) => group.rows.length > 0),
    page,
    pages: pageLinks(countPages(rows.length), page, (number) => context.urls.list(kind, number)),
  };
}

function pageTitle(title: string, page: number): string {
  return page > 1 ? `${title}, page ${page}` : title;
}

function pageSuffix(page: number): string {
  return page > 1 ? `, page ${page}` : '';
}
