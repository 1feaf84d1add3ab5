import { formatDate } from '../dates.ts';
import { formatDay } from '../days.ts';
import type { Chronicle, Claim, Entry, Source } from '../model.ts';
import { groupOrigins, type Origin } from '../origins.ts';
import { formatBibtex } from '../outputs/bibtex.ts';
import { sourceToCsl } from '../outputs/csl.ts';
import { type CitedItem, formatReference, type ReferenceStyle, referenceStyles } from '../outputs/reference.ts';
import { formatRis } from '../outputs/ris.ts';
import { sourcesOf } from './cite-meta.ts';
import { actorNames, countNoun, type LinkView, requireRecord, type ViewContext } from './context.ts';
import { entriesVersion, recordVersion, type Version } from './versions.ts';

/** A reference in one style. */
export interface ReferenceView {
  readonly style: ReferenceStyle;
  readonly text: string;
}

/** A reference in a form that programs read. */
export interface FormatView {
  readonly name: 'BibTeX' | 'RIS' | 'CSL-JSON';
  readonly text: string;
}

/** How to cite something, and what to name beside it. */
export interface CiteView {
  readonly what: string;
  readonly references: readonly ReferenceView[];
  /** Whose texts it rests on, which a reference to the chronicle alone would hide. */
  readonly origins: string;
  /** Which version this is, and of when. */
  readonly version: string;
  /** The address that stays, where that is not the page's own. */
  readonly permanent: LinkView | undefined;
  readonly formats: readonly FormatView[];
}

/** Returns an entry as an item to cite. Its author is the chronicle; its note names the origins. */
export function entryItem(context: ViewContext, entry: Entry): CitedItem {
  const { chronicle, urls } = context;
  return chronicleItem(context, {
    id: entry.id,
    title: `${entry.title}, ${formatDate(entry.date)}`,
    address: urls.entry(entry),
    version: recordVersion(context, `entries/${entry.id}`),
    note: describeOrigins(chronicle, entry.sources),
  });
}

/** Returns how to cite an entry. */
export function entryCite(context: ViewContext, entry: Entry, item = entryItem(context, entry)): CiteView {
  const { urls } = context;
  const href = urls.entryId(entry.id);
  return citeView('entry', item, {
    origins: item.note ?? '',
    version: describeVersion(recordVersion(context, `entries/${entry.id}`)),
    permanent: { href, text: urls.absolute(href) },
  });
}

/** Returns how to cite each claim of an entry. The words are the chronicle's; the claimant stands before them. */
export function claimCites(
  context: ViewContext,
  entry: Entry,
  item = entryItem(context, entry),
): ReadonlyMap<string, CiteView> {
  if (entry.claims.length === 0) return new Map();
  const page = { ...item, 'container-title': entry.title };
  // The styles write the claims of an entry alike, so they are asked once and its words are put in.
  const marks = { title: 'ZZTITLEZZ', URL: 'https://zzaddresszz.invalid/' };
  const forms = referenceStyles.map((style) => ({ style, text: formatReference({ ...page, ...marks }, style) }));
  return new Map(entry.claims.map((claim) => [claim.id, claimCite(context, claim, page, { marks, forms })]));
}

interface Forms {
  readonly marks: { readonly title: string; readonly URL: string };
  readonly forms: readonly ReferenceView[];
}

function claimCite(context: ViewContext, claim: Claim, page: CitedItem, { marks, forms }: Forms): CiteView {
  const { chronicle, urls } = context;
  const who = actorNames(context, claim.by);
  const title = `${who}, claim of ${formatDate(claim.on)}: ${claim.says.replace(/\.$/, '')}`;
  const origins = tellOrigins(requireRecord(chronicle.standings, claim.key).origins);
  const item = {
    ...page,
    id: `${page.id}-${claim.id}`,
    title,
    URL: urls.absolute(urls.statement(claim.key)),
    note: origins,
  };
  const fill = (text: string) => text.replace(marks.title, () => title).replace(marks.URL, () => item.URL);
  return {
    what: 'claim',
    references: forms.map(({ style, text }) => ({ style, text: addVersion(fill(text), page.version) })),
    origins,
    version: '',
    permanent: undefined,
    formats: formatAll(item),
  };
}

/** Returns a day's page as an item to cite; its version is one of all its entries. */
export function dayItem(context: ViewContext, day: string, entries: readonly Entry[]): CitedItem {
  return chronicleItem(context, {
    id: day,
    title: formatDay(day),
    address: context.urls.day(day),
    version: entriesVersion(context, entries),
    note: describeOrigins(context.chronicle, sourcesOf(entries)),
  });
}

/** Returns how to cite a day's page. */
export function dayCite(
  context: ViewContext,
  day: string,
  entries: readonly Entry[],
  item = dayItem(context, day, entries),
): CiteView {
  return citeView('day', item, {
    origins: item.note ?? '',
    version: describeVersion(entriesVersion(context, entries)),
    permanent: undefined,
  });
}

/** Returns how to cite a source: the document itself, not what the chronicle says of it. */
export function sourceCite(context: ViewContext, source: Source): CiteView {
  const version = recordVersion(context, `sources/${source.id}`);
  const item = sourceToCsl(source);
  // The styles take an archive for one of paper, and its address for a shelf.
  const { archive: _, archive_location: copy, ...original } = item;
  const addCopy = (text: string) => (copy === undefined ? text : `${text} Archived at ${copy}.`);
  return {
    what: 'source',
    references: referenceStyles.map((style) => ({ style, text: addCopy(formatReference(original, style)) })),
    origins: '',
    version: version ? `As recorded here in ${lowerFirst(describeVersion(version))}` : '',
    permanent: undefined,
    formats: formatAll(item),
  };
}

/** Returns whose texts sources carry, in a sentence: `Rests on the texts of 2 origins: A; B.` */
function describeOrigins(chronicle: Pick<Chronicle, 'sources'>, sources: readonly string[]): string {
  return tellOrigins(groupOrigins(chronicle, sources));
}

function tellOrigins(origins: readonly Origin[]): string {
  if (origins.length === 0) return '';
  return `Rests on ${countNoun(origins.length, 'origin')}: ${origins.map((origin) => origin.names.join(' and ')).join('; ')}.`;
}

interface ItemParts {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly version: Version | undefined;
  readonly note: string;
}

function chronicleItem({ chronicle, urls }: ViewContext, { id, title, address, version, note }: ItemParts): CitedItem {
  return {
    id,
    type: 'webpage',
    title,
    author: [{ literal: chronicle.config.title }],
    ...(version?.day !== undefined && {
      issued: { 'date-parts': [version.day.split('-').map(Number)] },
      custom: { issued: version.day },
    }),
    language: 'en',
    URL: urls.absolute(address),
    ...(version && { version: version.id }),
    ...(note !== '' && { note }),
  };
}

function citeView(what: string, item: CitedItem, rest: Pick<CiteView, 'origins' | 'version' | 'permanent'>): CiteView {
  return {
    what,
    references: referenceStyles.map((style) => ({
      style,
      text: addVersion(formatReference(item, style), item.version),
    })),
    ...rest,
    formats: formatAll(item),
  };
}

// The styles have a place for the version of a program, none for that of a page.
function addVersion(reference: string, version: string | undefined): string {
  return version === undefined || reference.includes(version) ? reference : `${reference} Version ${version}.`;
}

function describeVersion(version: Version | undefined): string {
  if (!version) return '';
  return `Version ${version.id}${version.day === undefined ? '; its day is not known' : ` of ${formatDay(version.day)}`}.`;
}

function formatAll(item: CitedItem): FormatView[] {
  return [
    { name: 'BibTeX', text: formatBibtex([item]).trim() },
    { name: 'RIS', text: formatRis([item]).trim() },
    { name: 'CSL-JSON', text: JSON.stringify([item]) },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
