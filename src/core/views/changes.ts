import { formatDay } from '../days.ts';
import type { DatedRevision } from '../history/model.ts';
import { remember } from '../memo.ts';
import { countNoun, type LinkView, type ViewContext } from './context.ts';
import { countPages, pageLinks, type PagedRows, pageRows } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';
import { describeReach, type RevisionView, revisionView } from './history.ts';

/** All days on which the content changed, newest first. */
export interface ChangesView {
  readonly frame: FrameView;
  readonly title: string;
  readonly remark: string;
  readonly corrections: LinkView;
  readonly days: readonly (LinkView & { readonly counts: string })[];
  readonly pages: PagedRows<never>['pages'];
}

/** What changed on one day. */
export interface ChangesDayView {
  readonly frame: FrameView;
  readonly title: string;
  readonly counts: string;
  readonly all: LinkView;
  readonly changes: readonly ChangeRow[];
  readonly pages: PagedRows<never>['pages'];
}

/** One record's change on a day. */
export interface ChangeRow extends RevisionView {
  /** `Entry`, `Actor`. */
  readonly what: string;
  /** The record's page, unless it is gone. */
  readonly record: { readonly href: string | undefined; readonly text: string };
}

const folderLabels: Readonly<Record<string, string>> = {
  entries: 'Entry',
  actors: 'Actor',
  places: 'Place',
  sources: 'Source',
  pages: 'Page',
};

/** Returns how many pages the list of days needs. */
export function countChangesPages(context: ViewContext): number {
  return countPages(listChangedDays(context).length);
}

/** Returns the routes of the days' pages. */
export function listChangesDayPages(context: ViewContext): { day: string; page: number }[] {
  return listChangedDays(context).flatMap((day) =>
    Array.from({ length: countPages(changesOf(context, day).length) }, (_, index) => ({ day, page: index + 1 })),
  );
}

/** Returns a page of the list of days. */
export function changesView(context: ViewContext, page: number): ChangesView {
  const { urls } = context;
  const days = listChangedDays(context);
  const title = 'Changes';
  return {
    frame: frameView(context, {
      path: urls.changes(undefined, page),
      title: page > 1 ? `${title}, page ${page}` : title,
      description: `What was added to the chronicle, changed and removed, day by day${page > 1 ? `, page ${page}` : ''}.`,
    }),
    title,
    remark: describeReach(context),
    corrections: { href: urls.page('corrections'), text: 'corrections' },
    days: pageRows(days, page).map((day) => ({
      href: urls.changes(day),
      text: formatDay(day),
      counts: countChanges(changesOf(context, day)),
    })),
    pages: pageLinks(countPages(days.length), page, (number) => urls.changes(undefined, number)),
  };
}

/** Returns a page of what changed on a day. */
export function changesDayView(context: ViewContext, day: string, page: number): ChangesDayView {
  const { urls } = context;
  const all = changesOf(context, day);
  const counts = countChanges(all);
  const suffix = page > 1 ? `, page ${page}` : '';
  return {
    frame: frameView(context, {
      path: urls.changes(day, page),
      title: `Changes of ${formatDay(day)}${suffix}`,
      description: `What changed in the chronicle on ${formatDay(day)}: ${counts}${suffix}.`,
    }),
    title: `Changes of ${formatDay(day)}`,
    counts,
    all: { href: urls.changes(), text: 'Changes on all days' },
    changes: pageRows(all, page).map(({ key, revision }) => ({
      ...revisionView(context, revision),
      what: folderLabels[key.split('/')[0] ?? ''] ?? '',
      record: linkRecord(context, key),
    })),
    pages: pageLinks(countPages(all.length), page, (number) => urls.changes(day, number)),
  };
}

function listChangedDays(context: ViewContext): string[] {
  return [...visibleChanges(context)].flatMap(([day, changes]) => (changes.length > 0 ? [day] : []));
}

function changesOf(context: ViewContext, day: string): readonly DatedRevision[] {
  return visibleChanges(context).get(day) ?? [];
}

// What was changed or removed is soon lost among what was added.
const kindOrder = ['changed', 'removed', 'added'];

// Drafts are nobody's to read yet; what was removed is named by its id. A day of many changes has many pages, and all ask.
const visibleChanges = remember((context: ViewContext): ReadonlyMap<string, readonly DatedRevision[]> => {
  const { history } = context;
  if (!history) return new Map();
  const isVisible = ({ key }: DatedRevision) =>
    linkRecord(context, key).href !== undefined || history.records.get(key)?.version === undefined;
  const rank = ({ revision }: DatedRevision) => kindOrder.indexOf(revision.kind);
  return new Map(
    [...history.days].map(([day, changes]) => [day, changes.filter(isVisible).sort((a, b) => rank(a) - rank(b))]),
  );
});

function countChanges(changes: readonly DatedRevision[]): string {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { revision } of changes) counts[revision.kind] += 1;
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.map(([kind, count]) => `${countNoun(count, 'record')} ${kind}`).join(', ');
}

function linkRecord({ chronicle, urls }: ViewContext, key: string): ChangeRow['record'] {
  const [folder = '', id = ''] = key.split('/');
  if (folder === 'entries') {
    const entry = chronicle.entries.get(id) ?? chronicle.withdrawn.get(id);
    return entry ? { href: urls.entry(entry), text: entry.title } : { href: undefined, text: id };
  }
  if (folder === 'sources') {
    const source = chronicle.sources.get(id);
    return { href: source && urls.record('sources', id), text: source?.title ?? id };
  }
  if (folder === 'pages') {
    const page = chronicle.pages.get(id);
    return { href: page && urls.page(id), text: page?.title ?? id };
  }
  if (folder !== 'actors' && folder !== 'places') return { href: undefined, text: id };
  const record = chronicle[folder].get(id);
  return { href: record && urls.record(folder, id), text: record?.name ?? id };
}
