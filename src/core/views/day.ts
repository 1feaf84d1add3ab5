import { addDays, countDays, formatDay, formatMonthName, formatWeekday } from '../days.ts';
import type { Entry } from '../model.ts';
import { measuresOf, measureUntil, totalsOn } from '../series.ts';
import { type CiteView, dayCite, dayItem } from './cite.ts';
import { chronicleMeta, sourcesOf } from './cite-meta.ts';
import { countNoun, type LinkView, requireRecord, type SourceView, sourceView, type ViewContext } from './context.ts';
import { compareWeight, type EntryCard, entryCard } from './entry-list.ts';
import { type ChartView, chartView } from './figure-chart.ts';
import { type FigureView, figureViews } from './figures.ts';
import { measureTitle } from './figures-page.ts';
import { type FrameView, frameView } from './frame.ts';
import { type LedgerView, ledgerView } from './ledger.ts';
import { type StripView, stripView } from './strip.ts';

/** One entry on a day's page, with its statements. */
export interface DayEntryView extends EntryCard {
  /** Its fragment on the day's page. */
  readonly id: string;
  readonly ledger: LedgerView;
}

/** How closely a day is set in print, so that it takes two pages at the most; packed, it leaves out what earlier days state. */
export type Setting = 'open' | 'dense' | 'packed';

/** One day's page. */
export interface DayView {
  readonly frame: FrameView;
  readonly crumbs: readonly LinkView[];
  readonly weekday: string;
  readonly title: string;
  readonly machine: string;
  /** `Day 33 of the 2020 war. 5 entries; 9 claims by 5 actors.` */
  readonly lede: string;
  /** What could be read that day. */
  readonly asOf: LinkView | undefined;
  readonly strip: StripView | undefined;
  readonly entries: readonly DayEntryView[];
  /** Entries of several days that cover this one. */
  readonly spanning: readonly EntryCard[];
  readonly figures: readonly FigureView[];
  /** Each claimant's running totals as they stood that day. */
  readonly totals: readonly FigureView[];
  /** How the counts with most numbers moved until that day. */
  readonly charts: readonly { readonly title: string; readonly href: string; readonly chart: ChartView }[];
  /** Each has the number of its place in print. */
  readonly sources: readonly SourceView[];
  /** How closely it is set in print. */
  readonly setting: Setting;
  readonly cite: CiteView;
  readonly previous: LinkView | undefined;
  readonly next: LinkView | undefined;
}

/** The most claims and figures that fit two printed pages in an open and in a dense setting. */
const settingLimits = { open: 12, dense: 45 };
const chartLimit = 2;
/** Fewer numbers than this are told by the table alone. */
const chartMinimum = 3;

/** Returns all days that have a page: those with entries and those of the focus period, in order. */
export function listDayPages({ chronicle }: ViewContext): string[] {
  const { from, to } = chronicle.config.focus;
  const days = new Set(chronicle.days.keys());
  for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  return [...days].sort();
}

/** Returns a day's page; `previous` and `next` are the neighbouring days that have pages. */
export function dayView(
  context: ViewContext,
  day: string,
  previous: string | undefined,
  next: string | undefined,
): DayView {
  const { chronicle, urls } = context;
  const all = (chronicle.days.get(day) ?? []).map((id) => requireRecord(chronicle.entries, id));
  const own = all.filter((entry) => entry.date.start === day).sort(compareWeight);
  const [year = '', month = ''] = day.split('-');
  const { focus } = chronicle.config;
  const dayLink = (other: string | undefined) =>
    other === undefined ? undefined : { href: urls.day(other), text: formatDay(other) };
  const lede = describeDay(context, day, own);
  const sources = sourcesOf(own);
  const numbers = new Map(sources.map((id, index) => [id, index + 1]));
  const figures = own.flatMap((entry) => entry.figures);
  const item = dayItem(context, day, own);
  return {
    frame: frameView(context, {
      path: urls.day(day),
      title: formatDay(day),
      description: `${formatDay(day)} in the conflict over Nagorno-Karabakh. ${lede}`,
      record: `day:${day}`,
      meta: chronicleMeta(context, item, sources, day),
    }),
    crumbs: [
      { href: urls.year(year), text: year },
      { href: urls.month(year, month), text: formatMonthName(month) },
    ],
    weekday: formatWeekday(day),
    title: formatDay(day),
    machine: day,
    lede,
    asOf: day >= focus.from && day <= focus.to ? { href: urls.asOf(day), text: 'As known that day' } : undefined,
    strip: day >= focus.from && day <= focus.to ? stripView(context, day) : undefined,
    entries: own.map((entry) => ({
      ...entryCard(context, entry),
      id: `entry-${entry.slug}`,
      ledger: ledgerView(context, entry.claims, { numbers }),
    })),
    spanning: all.filter((entry) => entry.date.start !== day).map((entry) => entryCard(context, entry)),
    figures: figureViews(context, figures, numbers),
    totals: day >= focus.from && day <= focus.to ? figureViews(context, totalsOn(focusMeasures(context), day)) : [],
    charts: day >= focus.from && day <= focus.to ? chartsUntil(context, day) : [],
    sources: sources.map((id) => sourceView(context, id)),
    setting: settingOf(own.flatMap((entry) => entry.claims).length + figures.length),
    cite: dayCite(context, day, own, item),
    previous: dayLink(previous),
    next: dayLink(next),
  };
}

function settingOf(statements: number): Setting {
  if (statements <= settingLimits.open) return 'open';
  return statements <= settingLimits.dense ? 'dense' : 'packed';
}

function chartsUntil(context: ViewContext, day: string): DayView['charts'] {
  return focusMeasures(context)
    .map((measure) => ({ measure, until: measureUntil(measure, day) }))
    .filter(({ until }) => until.count >= chartMinimum)
    .slice(0, chartLimit)
    .flatMap(({ measure, until }) => {
      const chart = chartView(context, until);
      const href = `${context.urls.page('figures')}#${measure.id}`;
      return chart ? [{ title: measureTitle(context, measure), href, chart }] : [];
    });
}

// Totals that run since the period began; those of other wars have no part in its days.
function focusMeasures({ chronicle }: ViewContext) {
  return measuresOf(chronicle).filter((measure) => measure.since === chronicle.config.focus.from);
}

function describeDay({ chronicle }: ViewContext, day: string, entries: readonly Entry[]): string {
  const { focus } = chronicle.config;
  const claims = entries.flatMap((entry) => entry.claims);
  const claimants = new Set(claims.flatMap((claim) => claim.by));
  const number = day >= focus.from && day <= focus.to ? `Day ${countDays(focus.from, day) + 1} of ${focus.name}. ` : '';
  if (entries.length === 0) return `${number}No entry yet.`;
  const statements =
    claims.length === 0 ? '' : `; ${countNoun(claims.length, 'claim')} by ${countNoun(claimants.size, 'actor')}`;
  return `${number}${countNoun(entries.length, 'entry', 'entries')}${statements}.`;
}
