import { dateSegments, describePrecision, formatDate } from '../dates.ts';
import { formatDay, formatMonthName } from '../days.ts';
import { entryKindLabels, precisionLabels, relationLabels } from '../labels.ts';
import { openTree } from '../markdown/packed-body.ts';
import { type Note, renderTree } from '../markdown/render-body.ts';
import type { Entry, RecordBase } from '../model.ts';
import type { EntryKind } from '../schema.ts';
import { measuresOfFigures, totalsOn } from '../series.ts';
import { claimCites, type CiteView, entryCite, entryItem } from './cite.ts';
import { chronicleMeta } from './cite-meta.ts';
import {
  actorLink,
  columnOf,
  entryLink,
  type LinkView,
  placeLink,
  requireRecord,
  type SourceView,
  sourceView,
  type ViewContext,
} from './context.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';
import { formerIds, type HistoryView, historyView } from './history.ts';
import { type LedgerView, ledgerView } from './ledger.ts';
import { type InsetView, insetView } from './map-inset.ts';

/** A numbered source of a page with links back to where it is cited. */
export interface NoteView {
  readonly number: number;
  readonly source: SourceView;
  readonly references: Note['references'];
}

/** Entries related in one way. */
export interface RelationView {
  readonly label: string;
  readonly entries: readonly RelatedEntry[];
}

/** An entry that stands in a relation; for a breach, with those who allege one. */
export interface RelatedEntry extends LinkView {
  readonly date: string;
  readonly allegedBy: readonly LinkView[];
}

/** One entry's page. */
export interface EntryView {
  readonly frame: FrameView;
  readonly crumbs: readonly LinkView[];
  readonly title: string;
  readonly kind: string;
  readonly kindId: EntryKind;
  readonly date: {
    readonly text: string;
    readonly machine: string;
    readonly precision: string;
    readonly href: string | undefined;
  };
  readonly time: string | undefined;
  readonly timeZone: string;
  readonly summary: string;
  readonly html: string;
  readonly isSensitive: boolean;
  readonly notes: readonly NoteView[];
  /** Sources of claims and figures that the text does not cite. */
  readonly furtherSources: readonly SourceView[];
  readonly ledger: LedgerView;
  readonly figures: readonly FigureView[];
  /** What others had given for the same measures by then. */
  readonly otherTotals: readonly FigureView[];
  readonly places: readonly (LinkView & { readonly precision: string | undefined })[];
  readonly actors: readonly LinkView[];
  readonly map: InsetView | undefined;
  readonly relations: readonly RelationView[];
  readonly corrections: readonly { readonly on: string; readonly note: string }[];
  readonly cite: CiteView;
  readonly history: HistoryView | undefined;
  readonly previous: (LinkView & { readonly date: string }) | undefined;
  readonly next: (LinkView & { readonly date: string }) | undefined;
}

/** Returns an entry's page. `previous` and `next` are the ids of its neighbours in time. */
export function entryView(
  context: ViewContext,
  entry: Entry,
  previous: string | undefined,
  next: string | undefined,
): EntryView {
  const { chronicle, urls } = context;
  const body = renderRecordBody(context, entry, [...entry.actors, ...entry.places.map((mention) => mention.place)]);
  const cited = new Set(body.notes.map((note) => note.source.id));
  const item = entryItem(context, entry);
  const neighbour = (id: string | undefined) => {
    const other = id === undefined ? undefined : chronicle.entries.get(id);
    return other && { ...entryLink(context, other), date: formatDate(other.date) };
  };
  return {
    frame: frameView(context, {
      path: urls.entry(entry),
      title: `${entry.title}, ${formatDate(entry.date)}`,
      description: entry.summary,
      record: `entry:${entry.id}`,
      kind: 'article',
      meta: chronicleMeta(context, item, entry.sources, entry.date.edtf),
    }),
    crumbs: dateCrumbs(context, entry),
    title: entry.title,
    kind: entryKindLabels[entry.kind],
    kindId: entry.kind,
    date: {
      text: formatDate(entry.date),
      machine: /^[\d-]+$/.test(entry.date.edtf) ? entry.date.edtf : '',
      precision: describePrecision(entry.date),
      href: entry.date.precision === 'day' ? urls.day(entry.date.start) : undefined,
    },
    time: entry.time,
    timeZone: chronicle.config['time-zone'],
    summary: entry.summary,
    html: body.html,
    isSensitive: entry.sensitive !== undefined,
    notes: body.notes,
    furtherSources: entry.sources.filter((id) => !cited.has(id)).map((id) => sourceView(context, id)),
    ledger: ledgerView(context, entry.claims, { cites: claimCites(context, entry, item) }),
    figures: figureViews(context, entry.figures),
    otherTotals: figureViews(context, otherTotals(context, entry)),
    places: entry.places.map((mention) => ({
      ...placeLink(context, mention.place),
      precision: mention.precision === undefined ? undefined : precisionLabels[mention.precision],
    })),
    actors: entry.actors.map((id) => actorLink(context, id)),
    map: insetView(
      context,
      entry.places.map((mention) => mention.place),
    ),
    relations: relationViews(context, entry),
    corrections: entry.corrections.map((correction) => ({ on: formatDay(correction.on), note: correction.note })),
    cite: entryCite(context, entry, item),
    history: historyView(context, `entries/${entry.id}`, formerIds(entry.was)),
    previous: neighbour(previous),
    next: neighbour(next),
  };
}

/** The page that a withdrawn entry leaves. */
export interface TombstoneView {
  readonly frame: FrameView;
  readonly title: string;
  readonly date: string;
  readonly reason: string;
  readonly history: HistoryView | undefined;
  readonly corrections: readonly { readonly on: string; readonly note: string }[];
}

/** Returns the page of a withdrawn entry. */
export function tombstoneView(context: ViewContext, entry: Entry): TombstoneView {
  const date = formatDate(entry.date);
  return {
    frame: frameView(context, {
      path: context.urls.entry(entry),
      title: `Withdrawn: ${entry.title}`,
      description: `This entry of ${date} was withdrawn.`,
      record: `entry:${entry.id}`,
      isHidden: true,
    }),
    title: entry.title,
    date,
    reason: entry.reason ?? '',
    history: historyView(context, `entries/${entry.id}`, formerIds(entry.was)),
    corrections: entry.corrections.map((correction) => ({ on: formatDay(correction.on), note: correction.note })),
  };
}

/** Renders a record's text with its numbered sources; the records named by id are linked at first mention. */
export function renderRecordBody(
  context: ViewContext,
  record: RecordBase,
  named: readonly string[],
): { html: string; notes: NoteView[] } {
  const { chronicle, urls } = context;
  const body = chronicle.prose.get(record.path);
  if (!body) return { html: '', notes: [] };
  const names = named.flatMap((id) => {
    const actor = chronicle.actors.get(id);
    const place = chronicle.places.get(id);
    return [
      ...(actor
        ? [{ href: urls.record('actors', id), names: [...actor.names.map((name) => name.text), ...actor.also] }]
        : []),
      ...(place
        ? [{ href: urls.record('places', id), names: [...place.names.map((name) => name.text), ...place.also] }]
        : []),
    ];
  });
  const { html, notes } = renderTree(record.path, openTree(body), { resolveLink: urls.contentFile, names });
  return {
    html,
    notes: notes.map((note) => ({
      number: note.number,
      references: note.references,
      source: sourceView(context, note.source),
    })),
  };
}

function otherTotals({ chronicle }: ViewContext, entry: Entry) {
  const own = new Set(entry.figures.map((figure) => figure.key));
  return totalsOn(measuresOfFigures(chronicle, entry.figures), entry.date.end).filter((figure) => !own.has(figure.key));
}

function dateCrumbs({ urls }: ViewContext, entry: Entry): LinkView[] {
  const [year = '', month, day] = dateSegments(entry.date);
  return [
    { href: urls.year(year), text: year },
    ...(month === undefined ? [] : [{ href: urls.month(year, month), text: formatMonthName(month) }]),
    ...(month === undefined || day === undefined
      ? []
      : [{ href: urls.day(`${year}-${month}-${day}`), text: String(Number(day)) }]),
  ];
}

function relationViews(context: ViewContext, entry: Entry): RelationView[] {
  const { chronicle } = context;
  const groups = new Map<string, RelatedEntry[]>();
  const add = (label: string, id: string, isBreach: boolean) => {
    const other = requireRecord(chronicle.entries, id);
    // Claims about one side's acts are the accusations; a paper's account of both is none.
    const accusers = isBreach
      ? other.claims
          .filter((claim) => claim.about.length > 0 && !['third', 'joint'].includes(columnOf(context, claim.by)))
          .flatMap((claim) => claim.by)
      : [];
    const row = {
      ...entryLink(context, other),
      date: formatDate(other.date),
      allegedBy: [...new Set(accusers)].map((by) => actorLink(context, by)),
    };
    const rows = groups.get(label) ?? [];
    groups.set(label, rows.some((item) => item.href === row.href) ? rows : [...rows, row]);
  };
  for (const relation of entry.related) add(relationLabels[relation.kind].forward, relation.entry, false);
  for (const relation of chronicle.backlinks.entries.get(entry.id) ?? [])
    add(relationLabels[relation.kind].backward, relation.entry, relation.kind === 'breaches');
  return [...groups].map(([label, entries]) => ({ label, entries }));
}
