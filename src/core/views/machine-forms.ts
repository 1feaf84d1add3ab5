import { remember } from '../memo.ts';
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
  const [kind = '', id = ''] = record?.split(':') ?? [];
  const page = pageOf(context, kind, id);
  const folder = kind === 'actor' || kind === 'place' ? page : path === urls.page('corrections') ? path : undefined;
  const name =
    kind === 'actor'
      ? chronicle.actors.get(id)?.name
      : kind === 'place'
        ? chronicle.places.get(id)?.name
        : 'corrections';
  return {
    json: page === undefined ? undefined : { href: urls.beside(page, 'index.json'), text: 'JSON' },
    feeds: [
      ...entryFeeds(context),
      ...(path === urls.home ? feedsAt(context, urls.feeds('latest'), 'latest additions') : []),
      ...(folder === undefined ? [] : feedsAt(context, folder, name ?? id)),
    ],
    ownFeeds:
      folder === undefined
        ? []
        : feedFormats.map(({ file, name: format }) => ({ href: urls.beside(folder, file), text: format })),
  };
}

function pageOf({ chronicle, urls }: ViewContext, kind: string, id: string): string | undefined {
  switch (kind) {
    case 'entry': {
      const entry = chronicle.entries.get(id);
      return entry && urls.entry(entry);
    }
    case 'day':
      return urls.day(id);
    case 'actor':
      return urls.record('actors', id);
    case 'place':
      return urls.record('places', id);
    case 'source':
      return urls.record('sources', id);
    default:
      return undefined;
  }
}

function feedsAt({ chronicle, urls }: ViewContext, at: string, what: string): MachineForms['feeds'] {
  return feedFormats.map(({ file, type, name }) => ({
    href: urls.beside(at, file),
    type,
    title: `${chronicle.config.title}: ${what} (${name})`,
  }));
}

// Every page offers them.
const entryFeeds = remember((context: ViewContext) => feedsAt(context, context.urls.home, 'entries'));
