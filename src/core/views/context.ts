import { formatDate } from '../dates.ts';
import { sourceClassLabels } from '../labels.ts';
import { isDead, type LinkStatus } from '../link-status.ts';
import type { History } from '../history/model.ts';
import type { Chronicle, Entry, Source } from '../model.ts';
import type { Urls } from '../urls.ts';

/** What every view is made from. */
export interface ViewContext {
  readonly chronicle: Chronicle;
  readonly urls: Urls;
  /** The past of the records; left out where nobody asks for it. */
  readonly history?: History;
}

/** A link as plain data. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
}

/** The column of a ledger: a side's index, `third` for third parties, `joint` for statements of both sides. */
export type Column = 'a' | 'b' | 'third' | 'joint';

/** A source as it is shown in a list. */
export interface SourceView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly language: string;
  /** `Associated Press, in The Independent, 29 October 2020`. */
  readonly imprint: string;
  readonly classLabel: string;
  /** Where it was read, for print. */
  readonly url: string | undefined;
  /** The side that it belongs to, if any. */
  readonly party: string | undefined;
  readonly archive: string | undefined;
  /** Whether the original is known to be dead, so that the archived copy is what can be read. */
  readonly isDead: boolean;
}

/** Returns a link to an actor. */
export function actorLink({ chronicle, urls }: ViewContext, id: string): LinkView {
  return { href: urls.record('actors', id), text: chronicle.actors.get(id)?.name ?? id };
}

/** Returns the names of actors who speak together: `Azerbaijan's Ministry of Defence, State Security Service`. */
export function actorNames(context: ViewContext, ids: readonly string[]): string {
  return ids.map((id) => actorLink(context, id).text).join(', ');
}

/** Returns a link to a place. */
export function placeLink({ chronicle, urls }: ViewContext, id: string): LinkView {
  return { href: urls.record('places', id), text: chronicle.places.get(id)?.name ?? id };
}

/** Returns a link to an entry. */
export function entryLink({ urls }: ViewContext, entry: Entry): LinkView {
  return { href: urls.entry(entry), text: entry.title };
}

/** Returns a source for a list. */
export function sourceView(context: ViewContext, id: string): SourceView {
  const source = requireRecord(context.chronicle.sources, id);
  return {
    id,
    href: context.urls.record('sources', id),
    title: source.title,
    language: source.language,
    imprint: formatImprint(source),
    classLabel: sourceClassLabels[source.class],
    url: source.url,
    party: partyLabel(context, source.party),
    archive: source.archive,
    isDead: isDead(linkOf(context, source)),
  };
}

/** The numbers of sources in a page's list of sources, by their ids. */
export type SourceNumbers = ReadonlyMap<string, number>;

/** Returns `3, 7`: the numbers of some sources in a page's list, or `undefined` where that list has no numbers. */
export function sourceMarks(ids: readonly string[], numbers: SourceNumbers): string | undefined {
  const marks = ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
  return marks.length === 0 ? undefined : marks.join(', ');
}

/** Returns what is known of the link to a source's original. */
export function linkOf({ chronicle }: ViewContext, source: Source): LinkStatus | undefined {
  return source.url === undefined ? undefined : chronicle.links.get(source.url);
}

/** Returns `Associated Press, in The Independent, 29 October 2020`. */
export function formatImprint(source: Source): string {
  const agencies = source.agency.filter((agency) => agency !== source.publisher);
  const where = agencies.length > 0 ? `${agencies.join(' and ')}, in ${source.publisher}` : source.publisher;
  return `${where}, ${source.issued === undefined ? 'undated' : formatDate(source.issued)}`;
}

/** Returns the name of a source's party, or `undefined` for none. */
export function partyLabel({ chronicle }: ViewContext, party: string): string | undefined {
  return chronicle.config.sides.find((side) => side.id === party)?.name;
}

/** Returns the name of a side; `third-party` and `all` are sides here. */
export function sideLabel({ chronicle }: ViewContext, side: string): string {
  if (side === 'third-party') return 'Third parties';
  if (side === 'all') return 'All sides';
  return chronicle.config.sides.find((item) => item.id === side)?.name ?? side;
}

/** Returns the column in which statements of these actors stand. */
export function columnOf({ chronicle }: ViewContext, actors: readonly string[]): Column {
  const sideOf = (id: string) => chronicle.actors.get(id)?.side;
  const side = sideOf(actors[0] ?? '');
  const [first, second] = chronicle.config.sides;
  if (actors.some((id) => sideOf(id) !== side)) return 'joint';
  if (side === first.id) return 'a';
  return side === second.id ? 'b' : 'third';
}

/** Returns the record of an id that the chronicle is known to hold. */
export function requireRecord<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id);
  if (record === undefined) throw new RangeError(`No record with the id \`${id}\``);
  return record;
}

const numberFormat = new Intl.NumberFormat('en-GB');

/** Returns a number with its noun: `1 entry`, `2 entries`. */
export function countNoun(count: number, singular: string, plural = `${singular}s`): string {
  // Numbers below a thousand have no mark between their digits.
  const number = count < 1000 ? String(count) : numberFormat.format(count);
  return `${number} ${count === 1 ? singular : plural}`;
}
