import { dateFacets } from '../date-facets.ts';
import { dateSegments, formatDate } from '../dates.ts';
import { compareText } from '../messages.ts';
import { actorKindLabels, entryKindLabels, placeKindLabels, sourceClassLabels } from '../labels.ts';
import { emptyBody, openTree } from '../markdown/packed-body.ts';
import { plainText } from '../markdown/parse-body.ts';
import type { Actor, Entry, Place, Source } from '../model.ts';
import { actorLink, actorNames, formatImprint, requireRecord, sideLabel, type ViewContext } from '../views/context.ts';
import { standings } from '../standing.ts';
import { escapeXml } from './escape.ts';
import { nameForms } from './name-file.ts';

/** One document of the full-text index: its address and the HTML that Pagefind reads. */
export interface SearchDocument {
  readonly url: string;
  readonly html: string;
}

/**
 * Returns the documents of the full-text index by the date that they are sorted by: entries with their claims as headed
 * parts, actors, places, sources.
 */
export function* searchDocuments(context: ViewContext): Generator<SearchDocument> {
  for (const { build } of listDocuments(context)) yield build();
}

/**
 * Returns the same documents in the same order in parts of whole months, each of at least `size` characters but the last:
 * what changes in one month changes one part.
 */
export function* searchParts(context: ViewContext, size: number): Generator<SearchDocument[]> {
  let part: SearchDocument[] = [];
  let length = 0;
  let last = '';
  for (const { date, build } of listDocuments(context)) {
    const month = date.slice(0, 7);
    if (length >= size && month !== last) {
      yield part;
      part = [];
      length = 0;
    }
    const document = build();
    part.push(document);
    length += document.html.length;
    last = month;
  }
  yield part;
}

interface PlannedDocument {
  readonly date: string;
  readonly build: () => SearchDocument;
}

function listDocuments(context: ViewContext): PlannedDocument[] {
  const { entries, places, actors, sources, backlinks } = context.chronicle;
  const planned: PlannedDocument[] = [
    ...[...entries.values()].map((entry) => ({ date: entry.date.start, build: () => entryDocument(context, entry) })),
    ...[...places.values()].map((place) => ({
      date: firstDate(backlinks.places.get(place.id)?.entries),
      build: () => placeDocument(context, place),
    })),
    ...[...actors.values()].map((actor) => ({
      date: firstDate(backlinks.actors.get(actor.id)?.entries),
      build: () => actorDocument(context, actor),
    })),
    ...[...sources.values()].map((source) => ({
      date: source.issued?.start ?? firstDate(backlinks.sources.get(source.id)?.entries),
      build: () => sourceDocument(context, source),
    })),
  ];
  return planned.sort((a, b) => compareText(a.date, b.date));
}

function entryDocument(context: ViewContext, entry: Entry): SearchDocument {
  const { chronicle, urls } = context;
  const actors = entry.actors.flatMap((id) => chronicle.actors.get(id) ?? []);
  const places = entry.places.flatMap((mention) => chronicle.places.get(mention.place) ?? []);
  const [year = '', month] = dateSegments(entry.date);
  const sides = new Set(
    entry.claims.flatMap((claim) => claim.by).map((id) => sideLabel(context, chronicle.actors.get(id)?.side ?? '')),
  );
  return buildDocument(urls.entry(entry), {
    title: entry.title,
    // Every name of the records listed is found, yet none appears in an excerpt.
    meta: {
      ...(dateFacets(entry.date).some((facet) => facet.startsWith('p')) ? { coarse: 'yes' } : {}),
      date: formatDate(entry.date),
      type: entryKindLabels[entry.kind],
      names: unique(
        [...places, ...actors].flatMap((record) => [
          ...record.names.map((name) => name.text),
          ...record.also,
          ...nameForms(record),
        ]),
      ).join(' · '),
    },
    filters: {
      type: ['Entry'],
      kind: [entryKindLabels[entry.kind]],
      actor: actors.map((actor) => actor.name),
      place: places.map((place) => place.name),
      side: [...sides],
      standing: [
        ...new Set(entry.claims.map((claim) => standings[requireRecord(chronicle.standings, claim.key).kind].label)),
      ],
      class: [...new Set(entry.sources.flatMap((id) => chronicle.sources.get(id)?.class ?? []))].map(
        (name) => sourceClassLabels[name],
      ),
      month: month === undefined ? [] : [`${year}-${month}`],
      year: [year],
      date: dateFacets(entry.date),
    },
    sortDate: entry.date.start,
    parts: [
      paragraph(entry.summary),
      paragraph(plainText(openTree(chronicle.prose.get(entry.path) ?? emptyBody))),
      ...entry.claims.map(
        (claim) => `<h2 id="${claim.id}">${escapeXml(actorNames(context, claim.by))}</h2>${paragraph(claim.says)}`,
      ),
    ],
  });
}

function placeDocument({ chronicle, urls }: ViewContext, place: Place): SearchDocument {
  return buildDocument(urls.record('places', place.id), {
    title: place.name,
    meta: { type: placeKindLabels[place.kind], names: unique([...place.also, ...nameForms(place)]).join(' · ') },
    filters: { type: ['Place'], place: [place.name] },
    sortDate: firstDate(chronicle.backlinks.places.get(place.id)?.entries),
    parts: [names(place.names), paragraph(place.within.map((id) => chronicle.places.get(id)?.name ?? id).join(', '))],
  });
}

function actorDocument(context: ViewContext, actor: Actor): SearchDocument {
  const { chronicle, urls } = context;
  return buildDocument(urls.record('actors', actor.id), {
    title: actor.name,
    meta: { type: actorKindLabels[actor.kind], names: unique([...actor.also, ...nameForms(actor)]).join(' · ') },
    filters: { type: ['Actor'], actor: [actor.name], side: [sideLabel(context, actor.side)] },
    sortDate: firstDate(chronicle.backlinks.actors.get(actor.id)?.entries),
    parts: [
      names(actor.names),
      paragraph(
        actor.roles
          .map((role) => [role.title, role.of && actorLink(context, role.of).text].filter(Boolean).join(', '))
          .join('; '),
      ),
    ],
  });
}

function sourceDocument({ chronicle, urls }: ViewContext, source: Source): SearchDocument {
  return buildDocument(urls.record('sources', source.id), {
    title: source.title,
    meta: { type: 'Source', date: formatImprint(source) },
    filters: { type: ['Source'], class: [sourceClassLabels[source.class]] },
    sortDate: source.issued?.start ?? firstDate(chronicle.backlinks.sources.get(source.id)?.entries),
    parts: [paragraph(`${formatImprint(source)} ${source.author.join(', ')}`)],
  });
}

interface DocumentParts {
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sortDate: string;
  readonly parts: readonly string[];
}

function buildDocument(url: string, { title, meta, filters, sortDate, parts }: DocumentParts): SearchDocument {
  const metas = Object.entries(meta).map(
    ([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeXml(value)}">`,
  );
  const facets = Object.entries(filters).flatMap(([key, values]) =>
    values.map((value) => `<meta data-pagefind-filter="${key}[content]" content="${escapeXml(value)}">`),
  );
  const sort = `<meta data-pagefind-sort="date[content]" content="${sortDate}">`;
  const head = [...metas, ...facets, sort].join('');
  return {
    url,
    html: `<!doctype html><html lang="en"><head>${head}</head><body data-pagefind-body><h1 data-pagefind-meta="title">${escapeXml(title)}</h1>${parts.join('')}</body></html>`,
  };
}

function names(all: Place['names']): string {
  return `<p data-pagefind-weight="8">${escapeXml(all.map((name) => name.text).join(' · '))}</p>`;
}

function paragraph(text: string): string {
  return text.trim() === '' ? '' : `<p>${escapeXml(text)}</p>`;
}

// Entries are named by their date, so the first in order is the earliest.
function firstDate(entries: readonly string[] | undefined): string {
  return /^\d{4}(?:-\d{2}){0,2}/.exec(entries?.[0] ?? '')?.[0] ?? '0000';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
