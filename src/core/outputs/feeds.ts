import { Feed } from 'feed';
import { entryKindLabels } from '../labels.ts';
import type { ViewContext } from '../views/context.ts';
import { latestEntries } from '../views/latest.ts';

/** Returns the feed of all entries, newest first. Its dates come from the content, so that a build can be repeated. */
export function entryFeed(context: ViewContext): Feed {
  const { chronicle, urls } = context;
  const { config } = chronicle;
  const entries = latestEntries(chronicle, chronicle.entries.size);
  const lastChange = (entry: (typeof entries)[number]) =>
    new Date(
      `${
        entry.corrections
          .map((correction) => correction.on)
          .sort()
          .at(-1) ?? entry.date.start
      }T00:00:00Z`,
    );
  const home = urls.absolute(urls.home);
  const feed = new Feed({
    title: config.title,
    description: config.tagline,
    id: home,
    link: home,
    language: 'en',
    copyright: config.licence.name,
    updated: entries[0] ? lastChange(entries[0]) : new Date(`${config.focus.to}T00:00:00Z`),
    generator: config.title,
    author: { name: config.title, link: home },
    feedLinks: {
      rss: urls.absolute(urls.file('feed.xml')),
      atom: urls.absolute(urls.file('atom.xml')),
      json: urls.absolute(urls.file('feed.json')),
    },
  });
  for (const entry of entries) {
    const address = urls.absolute(urls.entry(entry));
    feed.addItem({
      title: entry.title,
      id: address,
      link: address,
      description: entry.summary,
      date: lastChange(entry),
      published: new Date(`${entry.date.start}T00:00:00Z`),
      category: [{ name: entryKindLabels[entry.kind] }],
    });
  }
  return feed;
}
