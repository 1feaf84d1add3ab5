import { formatDate } from '../dates.ts';
import { entryKindLabels } from '../labels.ts';
import type { Entry } from '../model.ts';
import type { EntryKind } from '../schema.ts';
import { countNoun, type LinkView, placeLink, requireRecord, type ViewContext } from './context.ts';

/** An entry as a row of a list. */
export interface EntryCard {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  /** For the `datetime` attribute; empty where the date is not one day, month or year. */
  readonly machineDate: string;
  readonly kind: string;
  readonly kindId: EntryKind;
  readonly summary: string;
  readonly places: readonly LinkView[];
  readonly statements: string;
}

/** Entries under a heading. */
export interface EntryGroup {
  readonly heading: string;
  readonly href: string | undefined;
  readonly entries: readonly EntryCard[];
}

/** Returns an entry for a list. */
export function entryCard(context: ViewContext, entry: Entry): EntryCard {
  return {
    href: context.urls.entry(entry),
    title: entry.title,
    date: formatDate(entry.date),
    machineDate: /^[\d-]+$/.test(entry.date.edtf) ? entry.date.edtf : '',
    kind: entryKindLabels[entry.kind],
    kindId: entry.kind,
    summary: entry.summary,
    places: entry.places.map((mention) => placeLink(context, mention.place)),
    statements: [
      ...(entry.claims.length > 0 ? [countNoun(entry.claims.length, 'claim')] : []),
      ...(entry.figures.length > 0 ? [countNoun(entry.figures.length, 'figure')] : []),
    ].join(', '),
  };
}

/** Returns entries by id for a list, in the chronicle's order. */
export function entryCards(context: ViewContext, ids: readonly string[]): EntryCard[] {
  return ids.map((id) => entryCard(context, requireRecord(context.chronicle.entries, id)));
}

/** Orders entries of one day: those with most statements first. */
export function compareWeight(a: Entry, b: Entry): number {
  const weight = (entry: Entry) => entry.claims.length + entry.figures.length;
  return weight(b) - weight(a) || (a.id < b.id ? -1 : 1);
}

/** One page of a longer list. */
export interface PagedRows<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: readonly (LinkView & { readonly isCurrent: boolean })[];
}

/** How many rows a page of a list holds. */
export const pageSize = 100;

/** Returns how many pages a list of so many rows has; at least one. */
export function countPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / pageSize));
}

/** Returns the rows of one page. */
export function pageRows<T>(rows: readonly T[], page: number): readonly T[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

/** Returns the links between the pages of a list; none where there is one page. */
export function pageLinks(count: number, page: number, address: (page: number) => string): PagedRows<never>['pages'] {
  if (count < 2) return [];
  return Array.from({ length: count }, (_, index) => ({
    href: address(index + 1),
    text: String(index + 1),
    isCurrent: index + 1 === page,
  }));
}

/** Returns the routes of a list of so many pages: the first has no number. */
export function pageParams(count: number): { params: { page: string | undefined }; props: { page: number } }[] {
  return Array.from({ length: count }, (_, index) => ({
    params: { page: index === 0 ? undefined : String(index + 1) },
    props: { page: index + 1 },
  }));
}
