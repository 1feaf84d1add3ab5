import { dateSegments } from '../dates.ts';
import { formatDay, formatMonth, formatMonthName, lastDayOfMonth, listDays, weekdayIndex } from '../days.ts';
import { remember } from '../memo.ts';
import type { Chronicle, Entry } from '../model.ts';
import { countNoun, type LinkView, type ViewContext } from './context.ts';
import { type EntryCard, entryCard } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';

/** One day in a calendar. */
export interface CalendarDay {
  readonly number: number;
  readonly href: string | undefined;
  /** Spoken: `29 October 2020: 5 entries`. */
  readonly label: string;
  readonly count: number;
  /** 0 to 4, by how many entries it has. */
  readonly level: number;
}

/** One month as weeks of seven; cells before the first and after the last day are empty. */
export interface CalendarMonth {
  readonly title: string;
  readonly href: string | undefined;
  readonly count: number;
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
}

/** One year's or month's page. */
export interface CalendarView {
  readonly frame: FrameView;
  readonly crumbs: readonly LinkView[];
  readonly title: string;
  readonly lede: string;
  readonly months: readonly CalendarMonth[];
  readonly groups: readonly {
    readonly heading: string;
    readonly href: string | undefined;
    readonly entries: readonly EntryCard[];
  }[];
  readonly previous: LinkView | undefined;
  readonly next: LinkView | undefined;
  /** All years with entries, for the year's page. */
  readonly years: readonly (LinkView & { readonly count: number; readonly isCurrent: boolean })[];
}

/** Returns the years that have entries or lie in the focus period, with how many entries start in each. */
export function listYears({ chronicle }: ViewContext): ReadonlyMap<string, number> {
  return yearsOf(chronicle);
}

const yearsOf = remember((chronicle: Chronicle) => {
  const counts = new Map<string, number>([[chronicle.config.focus.from.slice(0, 4), 0]]);
  for (const entry of chronicle.entries.values()) {
    const [year = ''] = dateSegments(entry.date);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
});

/** Returns the months that have entries or lie in the focus period, as `2020-10`. */
export function listMonths({ chronicle }: ViewContext): readonly string[] {
  return monthsOf(chronicle);
}

const monthsOf = remember((chronicle: Chronicle) => {
  const { from, to } = chronicle.config.focus;
  const months = new Set(listDays(from, to).map((day) => day.slice(0, 7)));
  for (const entry of chronicle.entries.values()) {
    const [year = '', month] = dateSegments(entry.date);
    if (month !== undefined) months.add(`${year}-${month}`);
  }
  for (const day of chronicle.days.keys()) months.add(day.slice(0, 7));
  return [...months].sort();
});

/** Entries by the year and by the month (`2020-10`) that they start in; an entry of a whole year is in its year alone. */
const entriesByStart = remember((chronicle: Chronicle) => {
  const byStart = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry) => {
    const entries = byStart.get(key);
    if (entries) entries.push(entry);
    else byStart.set(key, [entry]);
  };
  for (const entry of chronicle.entries.values()) {
    const { start } = entry.date;
    add(start.slice(0, 4), entry);
    if (dateSegments(entry.date).length > 1) add(start.slice(0, 7), entry);
  }
  return byStart;
});

function startingIn({ chronicle }: ViewContext, period: string): readonly Entry[] {
  return entriesByStart(chronicle).get(period) ?? [];
}

/** Returns a year's page. */
export function yearView(context: ViewContext, year: string): CalendarView {
  const { urls } = context;
  const years = [...listYears(context)];
  const index = years.findIndex(([item]) => item === year);
  const months = listMonths(context).filter((month) => month.startsWith(year));
  const entries = startingIn(context, year);
  const coarse = entries.filter((entry) => dateSegments(entry.date).length === 1);
  const link = (item: [string, number] | undefined) => item && { href: urls.year(item[0]), text: item[0] };
  return {
    frame: frameView(context, {
      path: urls.year(year),
      title: year,
      description: `The year ${year} in the conflict over Nagorno-Karabakh: ${countNoun(entries.length, 'entry', 'entries')}.`,
    }),
    crumbs: [],
    title: year,
    lede: `${countNoun(entries.length, 'entry', 'entries')}.`,
    months: months.map((month) => calendarMonth(context, month)),
    groups: [
      ...(coarse.length > 0
        ? [{ heading: 'Known to the year', href: undefined, entries: coarse.map((entry) => entryCard(context, entry)) }]
        : []),
      ...months.map((month) => ({
        heading: formatMonthName(month.slice(5)),
        href: urls.month(year, month.slice(5)),
        entries: startingIn(context, month).map((entry) => entryCard(context, entry)),
      })),
    ].filter((group) => group.entries.length > 0),
    previous: link(years[index - 1]),
    next: link(years[index + 1]),
    years: years.map(([item, count]) => ({ href: urls.year(item), text: item, count, isCurrent: item === year })),
  };
}

/** Returns a month's page; `month` is `2020-10`. */
export function monthView(context: ViewContext, month: string): CalendarView {
  const { urls } = context;
  const [year = '', number = ''] = month.split('-');
  const all = listMonths(context);
  const index = all.indexOf(month);
  const entries = startingIn(context, month);
  const coarse = entries.filter((entry) => dateSegments(entry.date).length === 2);
  const days = Map.groupBy(
    entries.filter((entry) => dateSegments(entry.date).length === 3),
    (entry) => entry.date.start,
  );
  const link = (item: string | undefined) =>
    item && { href: urls.month(item.slice(0, 4), item.slice(5)), text: formatMonth(item.slice(0, 4), item.slice(5)) };
  const title = formatMonth(year, number);
  return {
    frame: frameView(context, {
      path: urls.month(year, number),
      title,
      description: `${title} in the conflict over Nagorno-Karabakh: ${countNoun(entries.length, 'entry', 'entries')}.`,
    }),
    crumbs: [{ href: urls.year(year), text: year }],
    title,
    lede: `${countNoun(entries.length, 'entry', 'entries')}.`,
    months: [calendarMonth(context, month)],
    groups: [
      ...(coarse.length > 0
        ? [
            {
              heading: 'Known to the month',
              href: undefined,
              entries: coarse.map((entry) => entryCard(context, entry)),
            },
          ]
        : []),
      ...[...days].map(([day, own]) => ({
        heading: formatDay(day),
        href: urls.day(day),
        entries: own.map((entry) => entryCard(context, entry)),
      })),
    ],
    previous: link(all[index - 1]) || undefined,
    next: link(all[index + 1]) || undefined,
    years: [],
  };
}

function calendarMonth(context: ViewContext, month: string): CalendarMonth {
  const { chronicle, urls } = context;
  const [year = '', number = ''] = month.split('-');
  const { focus } = chronicle.config;
  const days = listDays(`${month}-01`, lastDayOfMonth(year, number));
  const cells: (CalendarDay | undefined)[] = Array.from({ length: weekdayIndex(`${month}-01`) });
  for (const day of days) {
    const count = chronicle.days.get(day)?.length ?? 0;
    const hasPage = count > 0 || (day >= focus.from && day <= focus.to);
    cells.push({
      number: Number(day.slice(8)),
      href: hasPage ? urls.day(day) : undefined,
      label: `${formatDay(day)}: ${countNoun(count, 'entry', 'entries')}`,
      count,
      level: Math.min(4, Math.ceil(count / 3)),
    });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  return {
    title: formatMonth(year, number),
    href: urls.month(year, number),
    count: startingIn(context, month).length,
    weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  };
}
