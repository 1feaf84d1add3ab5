import { Feed } from 'feed';
import { remember } from '../memo.ts';
import type { FeedFile } from '../urls.ts';
import type { ViewContext } from '../views/context.ts';
import type { Channel, ChannelItem } from './feed-channels.ts';
import { type OutputFile, textFile } from './output-file.ts';

interface Format {
  readonly file: FeedFile;
  readonly name: string;
  readonly type: string;
  /** Whether titles are read as HTML. */
  readonly hasHtmlTitles: boolean;
  /** The element of an item; JSON has none. */
  readonly element: string | undefined;
  write(feed: Feed): string;
}

/** The forms that every feed has. */
export const feedFormats: readonly Format[] = [
  {
    file: 'feed.xml',
    name: 'RSS',
    type: 'application/rss+xml',
    hasHtmlTitles: false,
    element: 'item',
    write: (feed) => feed.rss2(),
  },
  {
    file: 'atom.xml',
    name: 'Atom',
    type: 'application/atom+xml',
    hasHtmlTitles: true,
    element: 'entry',
    write: (feed) => feed.atom1(),
  },
  {
    file: 'feed.json',
    name: 'JSON Feed',
    type: 'application/feed+json',
    hasHtmlTitles: false,
    element: undefined,
    write: (feed) => feed.json1(),
  },
];

/**
 * Writes feeds in RSS 2.0, Atom 1.0 and JSON Feed. Their dates come from the content, never from a clock. An entry stands in
 * the feeds of all its actors and places, so the text of an item is made once and kept.
 */
export class FeedWriter {
  readonly #context: ViewContext;
  readonly #items = new Map<string, string>();

  constructor(context: ViewContext) {
    this.#context = context;
  }

  /** Returns the files of a feed. */
  files(channel: Channel): OutputFile[] {
    const { urls } = this.#context;
    const { folder, page, title, description, isOfPast } = channel;
    const key = [urls.absolute(folder), urls.absolute(page), title, description].join('\n');
    return feedFormats.map((format) => ({
      ...textFile(urls.beside(folder, format.file).slice(urls.base.length), format.type, () =>
        this.#write(channel, format, itemsOf(channel)),
      ),
      ...(isOfPast ? {} : { key }),
    }));
  }

  #write(channel: Channel, format: Format, all: readonly ChannelItem[]): string {
    const items = all.map((item) => this.#writeItem(item, format));
    const shell = format.write(buildFeed(this.#context, channel, format, all));
    if (format.element === undefined) {
      const { items: _, author, ...head } = JSON.parse(shell) as Record<string, unknown>;
      // The library writes version 1 alone; 1.1 has a list of authors, and a language.
      const version = 'https://jsonfeed.org/version/1.1';
      const text = JSON.stringify({ ...head, version, authors: [author], language: 'en' }, undefined, 1);
      return `${text.slice(0, -2)},\n "items": [${items.length > 0 ? `\n${items.join(',\n')}\n ` : ''}]\n}\n`;
    }
    const end = format.element === 'item' ? shell.lastIndexOf('</channel>') : shell.lastIndexOf('</feed>');
    return `${shell.slice(0, end).trimEnd()}\n${items.map((item) => `${item}\n`).join('')}${shell.slice(end)}\n`;
  }

  #writeItem(item: ChannelItem, format: Format): string {
    const key = [format.file, item.id, item.published, item.updated].join(' ');
    let text = this.#items.get(key);
    if (text === undefined) {
      const feed = new Feed({ title: '', link: item.link, updated: toInstant(item.updated) });
      feed.addItem(toFeedItem(item, format));
      text = cutItem(format.write(feed), format);
      this.#items.set(key, text);
    }
    return text;
  }
}

// All formats tell of the same items.
const itemsOf = remember((channel: Channel) => channel.items());

// The item alone, out of a feed that holds nothing else.
function cutItem(text: string, { element }: Format): string {
  if (element === undefined) return JSON.stringify((JSON.parse(text) as { items: unknown[] }).items[0]);
  return text.slice(text.indexOf(`<${element}>`), text.lastIndexOf(`</${element}>`) + element.length + 3);
}

// A feed without its items, yet of their date.
function buildFeed(
  { chronicle, urls }: ViewContext,
  channel: Channel,
  format: Format,
  items: readonly ChannelItem[],
): Feed {
  const { config } = chronicle;
  const home = urls.absolute(urls.home);
  const address = (file: FeedFile) => urls.absolute(urls.beside(channel.folder, file));
  const updated =
    items
      .map((item) => item.updated)
      .sort()
      .at(-1) ?? config.focus.to;
  return new Feed({
    title: channel.title,
    description: channel.description,
    id: urls.absolute(channel.folder),
    link: urls.absolute(channel.page),
    language: 'en',
    copyright: `${config.licence.name}, ${config.licence.url}`,
    updated: toInstant(updated),
    generator: config.title,
    author: { name: config.title, link: home },
    feed: address(format.file),
    feedLinks: { json: address('feed.json') },
  });
}

function toFeedItem(item: ChannelItem, format: Format) {
  return {
    title: format.hasHtmlTitles ? escapeText(item.title) : item.title,
    id: item.id,
    link: item.link,
    description: escapeText(item.summary),
    date: toInstant(item.updated),
    published: toInstant(item.published),
    category: [{ name: item.category.label, term: item.category.term }],
  };
}

// Feeds know instants alone: a day begins at midnight UTC.
function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
