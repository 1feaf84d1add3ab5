import { entryKindLabels } from '../labels.ts';
import { remember } from '../memo.ts';
import type { Entry } from '../model.ts';
import { lastCorrection, type RecordDates } from '../record-dates.ts';
import { entryKinds } from '../schema.ts';
import { requireRecord, type ViewContext } from '../views/context.ts';

/** What a feed tells of. */
export interface Channel {
  /** Where its files lie: the page's own address, or one of the feeds without a page. */
  readonly folder: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** Set where the items tell of the past of the records too. */
  readonly isOfPast?: boolean;
  /** Made when asked for, for there are thousands of feeds. */
  items(): readonly ChannelItem[];
}

/** One item of a feed; days are of the content. */
export interface ChannelItem {
  /** Permanent, whatever becomes of the entry's date, title or address. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly updated: string;
  readonly category: { readonly term: string; readonly label: string };
}

const itemLimit = 100;
const latestLimit = 50;

/** Returns the feed of all entries, newest first. */
export function entryChannel(context: ViewContext): Channel {
  const { chronicle, urls } = context;
  const { config } = chronicle;
  return {
    folder: urls.home,
    page: urls.home,
    title: config.title,
    description: `${config.tagline}. All entries, the last changed or latest first.`,
    items: () => [...newestOrder(context).keys()].map((entry) => entryItem(context, entry)),
  };
}

/** Returns the feed of the entries of an actor or a place. */
export function recordChannel(context: ViewContext, kind: 'actors' | 'places', id: string): Channel {
  const { chronicle, urls } = context;
  const { name } = requireRecord<{ readonly name: string }>(chronicle[kind], id);
  const page = urls.record(kind, id);
  return {
    folder: page,
    page,
    title: `${name} · ${chronicle.config.title}`,
    description: `Entries that name ${name}, the last changed or latest first; at most ${itemLimit}.`,
    items: () =>
      newestFirst(
        context,
        (chronicle.backlinks[kind].get(id)?.entries ?? []).map((entry) => requireRecord(chronicle.entries, entry)),
      )
        .slice(0, itemLimit)
        .map((entry) => entryItem(context, entry)),
  };
}

/** Returns the feeds of the kinds of entry. */
export function kindChannels(context: ViewContext): Channel[] {
  const { chronicle, urls } = context;
  return entryKinds.map((kind) => ({
    folder: urls.feeds(kind),
    page: urls.home,
    title: `${entryKindLabels[kind]} · ${chronicle.config.title}`,
    description: `Entries of the kind “${entryKindLabels[kind]}”, the last changed or latest first; at most ${itemLimit}.`,
    items: () =>
      [...newestOrder(context).keys()]
        .filter((entry) => entry.kind === kind)
        .slice(0, itemLimit)
        .map((entry) => entryItem(context, entry)),
  }));
}

/** Returns the feed of the entries added last; entries whose day of addition nobody knows come after the others. */
export function latestChannel(context: ViewContext, dates: RecordDates): Channel {
  const { chronicle, urls } = context;
  const added = (entry: Entry) => dates.get(`entries/${entry.id}`)?.added;
  return {
    folder: urls.feeds('latest'),
    page: urls.home,
    title: `Latest additions · ${chronicle.config.title}`,
    description: `The entries added last; at most ${latestLimit}. An item's date is the day on which it was added, where that is known.`,
    isOfPast: true,
    items: () =>
      newestFirst(context, [...chronicle.entries.values()])
        .sort((a, b) => compareDown(added(a) ?? '', added(b) ?? ''))
        .slice(0, latestLimit)
        .map((entry) => {
          const item = entryItem(context, entry);
          const day = added(entry);
          return day === undefined ? item : { ...item, published: day, updated: later(day, item.updated) };
        }),
  };
}

/** Returns the feed of the corrections of entries. */
export function correctionChannel(context: ViewContext): Channel {
  const { chronicle, urls } = context;
  const page = urls.page('corrections');
  return {
    folder: page,
    page,
    title: `Corrections · ${chronicle.config.title}`,
    description: 'Everything that was put right in published and in withdrawn entries, newest first.',
    items: () =>
      [...chronicle.entries.values(), ...chronicle.withdrawn.values()]
        .flatMap((entry) => entry.corrections.map((correction, index) => ({ entry, correction, index })))
        .sort((a, b) => compareDown(a.correction.on, b.correction.on) || compareDown(b.entry.id, a.entry.id))
        .map(({ entry, correction, index }) => ({
          ...entryItem(context, entry),
          id: `${urls.absolute(urls.entryId(entry.id))}#correction-${index + 1}`,
          title: `Correction: ${entry.title}`,
          summary: correction.note,
          published: correction.on,
          updated: correction.on,
        })),
  };
}

/** Returns all feeds. */
export function* feedChannels(context: ViewContext, dates: RecordDates): Generator<Channel> {
  yield entryChannel(context);
  yield latestChannel(context, dates);
  yield correctionChannel(context);
  yield* kindChannels(context);
  for (const id of context.chronicle.actors.keys()) yield recordChannel(context, 'actors', id);
  for (const id of context.chronicle.places.keys()) yield recordChannel(context, 'places', id);
}

function entryItem({ urls }: ViewContext, entry: Entry): ChannelItem {
  return {
    id: urls.absolute(urls.entryId(entry.id)),
    link: urls.absolute(urls.entry(entry)),
    title: entry.title,
    summary: entry.summary,
    published: entry.date.start,
    updated: lastCorrection(entry) ?? entry.date.start,
    category: { term: entry.kind, label: entryKindLabels[entry.kind] },
  };
}

// Thousands of feeds ask for a part of the same order: the place of each entry in that of all.
const newestOrder = remember(({ chronicle }: ViewContext): ReadonlyMap<Entry, number> => {
  const changes = [...chronicle.entries.values()].map((entry) => ({
    entry,
    change: lastCorrection(entry) ?? entry.date.start,
  }));
  changes.sort((a, b) => compareDown(a.change, b.change) || compareDown(b.entry.id, a.entry.id));
  return new Map(changes.map(({ entry }, index) => [entry, index]));
});

function newestFirst(context: ViewContext, entries: readonly Entry[]): Entry[] {
  const order = newestOrder(context);
  return [...entries].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function compareDown(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
