import { feedFormats } from '../outputs/feeds.ts';
import type { LinkView, ViewContext } from './context.ts';

/** The forms of a page for programs and feed readers. */
export interface MachineForms {
  /** The page's record as JSON. */
  readonly json: LinkView | undefined;
  /** The feeds that a browser should offer on the page: those of all entries first. */
  readonly feeds: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** The feeds of the page's own record. */
  readonly ownFeeds: readonly LinkView[];
}

/** Returns the forms of a page, by the record that it shows: `actor:armenia`. */
export function machineForms(context: ViewContext, path: string, record: string | undefined): MachineForms {
  const { chronicle, urls } = context;
  const [kind, id = ''] = record?.split(':') ?? [];
  const entry = kind === 'entry' ? chronicle.entries.get(id) : undefined;
  const pages: Readonly<Record<string, string | undefined>> = {
    entry: entry && urls.entry(entry),
    day: urls.day(id),
    actor: urls.record('actors', id),
    place: urls.record('places', id),
    source: urls.record('sources', id),
  };
  const page = kind === undefined ? undefined : pages[kind];
  const folder = kind === 'actor' || kind === 'place' ? page : path === urls.page('corrections') ? path : undefined;
  const name =
    kind === 'actor'
      ? chronicle.actors.get(id)?.name
      : kind === 'place'
        ? chronicle.places.get(id)?.name
        : 'corrections';
  const list = (at: string, what: string) =>
    feedFormats.map(({ file, type, name: format }) => ({
      href: urls.beside(at, file),
      type,
      title: `${chronicle.config.title}: ${what} (${format})`,
    }));
  return {
    json: page === undefined ? undefined : { href: urls.beside(page, 'index.json'), text: 'JSON' },
    feeds: [
      ...list(urls.home, 'entries'),
      ...(path === urls.home ? list(urls.feeds('latest'), 'latest additions') : []),
      ...(folder === undefined ? [] : list(folder, name ?? id)),
    ],
    ownFeeds:
      folder === undefined
        ? []
        : feedFormats.map(({ file, name: format }) => ({ href: urls.beside(folder, file), text: format })),
  };
}
