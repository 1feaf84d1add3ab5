import { contentPolicy, referrerPolicy } from '../outputs/security-headers.ts';
import type { Page } from '../model.ts';
import { requireRecord, type ViewContext } from './context.ts';
import { type NoteView, renderRecordBody } from './entry.ts';
import { type FrameView, frameView } from './frame.ts';
import { formerIds, type HistoryView, historyView } from './history.ts';

/** A text about the chronicle. */
export interface PageView {
  readonly frame: FrameView;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly notes: readonly NoteView[];
  readonly history: HistoryView | undefined;
}

/** Returns the page of a text about the chronicle. */
export function pageView(context: ViewContext, page: Page): PageView {
  const body = renderRecordBody(context, page, []);
  return {
    frame: frameView(context, {
      path: context.urls.page(page.id),
      title: page.title,
      description: page.summary,
      record: `page:${page.id}`,
    }),
    title: page.title,
    summary: page.summary,
    html: body.html,
    notes: body.notes,
    history: historyView(context, `pages/${page.id}`),
  };
}

/** A page without content of its own: search, not found. */
export interface PlainView {
  readonly frame: FrameView;
  readonly title: string;
}

/** The search page. */
export interface SearchView extends PlainView {
  /** Where the full-text index lies. */
  readonly index: string;
  readonly base: string;
}

/** Returns the search page. */
export function searchView(context: ViewContext): SearchView {
  const title = 'Search';
  return {
    index: context.urls.file('pagefind/'),
    base: context.urls.base,
    frame: frameView(context, {
      path: context.urls.search,
      title,
      description: 'Search the chronicle by any name in any script, by words and by day.',
    }),
    title,
  };
}

/** Returns the page for an address that leads nowhere. */
export function notFoundView(context: ViewContext): PlainView {
  const title = 'Page not found';
  return {
    frame: frameView(context, {
      path: context.urls.file('404.html'),
      title,
      description: 'No page has this address.',
      isHidden: true,
    }),
    title,
  };
}

/** A page that sends its reader on to where the record is. */
export interface RedirectView {
  readonly target: string;
  readonly canonical: string;
  readonly policy: string;
  readonly referrer: string;
}

/** Returns earlier addresses of records, from the site's root, with where each leads. */
export function listRedirects({ chronicle, urls }: ViewContext): Map<string, RedirectView> {
  const redirects = new Map<string, RedirectView>();
  const add = (was: readonly string[], target: string) => {
    for (const address of was)
      redirects.set(address.slice(1, -1), {
        target,
        canonical: urls.absolute(target),
        policy: contentPolicy,
        referrer: referrerPolicy,
      });
  };
  const entries = [...chronicle.entries.values(), ...chronicle.withdrawn.values()];
  for (const entry of entries) add(entry.was, urls.entry(entry));
  for (const id of chronicle.actors.keys()) add(requireRecord(chronicle.actors, id).was, urls.record('actors', id));
  for (const id of chronicle.places.keys()) add(requireRecord(chronicle.places, id).was, urls.record('places', id));
  for (const id of chronicle.sources.keys()) add(requireRecord(chronicle.sources, id).was, urls.record('sources', id));
  // What an earlier address says of an entry's earlier id, then the ids of today, which none of those takes.
  for (const entry of entries)
    add(
      formerIds(entry.was).map((id) => `/id/${id}/`),
      urls.entry(entry),
    );
  for (const entry of entries) add([`/id/${entry.id}/`], urls.entry(entry));
  return redirects;
}
