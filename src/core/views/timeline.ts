import { formatDay, formatMonth, formatShortDay, formatWeekday, listDays } from '../days.ts';
import { dateSegments, formatDate } from '../dates.ts';
import { entryKindLabels } from '../labels.ts';
import type { Entry } from '../model.ts';
import type { EntryKind } from '../schema.ts';
import { countNoun, entryLink, type LinkView, requireRecord, type ViewContext } from './context.ts';
import { compareWeight } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';

/** One entry as a line of the timeline. */
export interface TimelineEntry extends LinkView {
  readonly kind: string;
  readonly kindId: EntryKind;
  /** How it stands with its claims: `9 claims, 2 contested`. */
  readonly remark: string;
  /** The days that it covers, where they are more than one: `4 to 5 October 2020`. */
  readonly span: string | undefined;
}

/** One day of the timeline. */
export interface TimelineDay {
  readonly href: string;
  readonly machine: string;
  readonly weekday: string;
  readonly text: string;
  readonly number: number;
  readonly entries: readonly TimelineEntry[];
}

/** The days of one month. */
export interface TimelineMonth {
  readonly id: string;
  readonly title: string;
  readonly days: readonly TimelineDay[];
}

/** The focus period from its first day to its last. */
export interface TimelineView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly months: readonly TimelineMonth[];
  /** The kinds that occur, with how many entries have each. */
  readonly kinds: readonly { readonly id: EntryKind; readonly label: string; readonly count: number }[];
}

/** Returns the timeline; an entry stands on the first of its days. */
export function timelineView(context: ViewContext): TimelineView {
  const { chronicle, urls } = context;
  const { from, to, name } = chronicle.config.focus;
  const days = listDays(from, to);
  const entriesOn = new Map(days.map((day) => [day, entriesStarting(context, day)]));
  const all = [...entriesOn.values()].flat();
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const title = `Timeline of ${name}`;
  return {
    frame: frameView(context, {
      path: urls.page('timeline'),
      title,
      description: `${formatDay(from)} to ${formatDay(to)} on one page: ${countNoun(all.length, 'entry', 'entries')} by day, with their kinds and how many of their claims are contested.`,
    }),
    title,
    lede: `${formatDay(from)} to ${formatDay(to)}: ${countNoun(days.length, 'day')}, ${countNoun(all.length, 'entry', 'entries')}.`,
    months: months.map((month) => ({
      id: `m${month}`,
      title: formatMonth(month.slice(0, 4), month.slice(5)),
      days: days
        .filter((day) => day.startsWith(month))
        .map((day) => ({
          href: urls.day(day),
          machine: day,
          weekday: formatWeekday(day),
          text: formatShortDay(day),
          number: days.indexOf(day) + 1,
          entries: (entriesOn.get(day) ?? []).map((entry) => timelineEntry(context, entry)),
        })),
    })),
    kinds: Object.entries(entryKindLabels)
      .map(([id, label]) => ({
        id: id as EntryKind,
        label,
        count: all.filter((entry) => entry.kind === id).length,
      }))
      .filter((kind) => kind.count > 0),
  };
}

function entriesStarting({ chronicle }: ViewContext, day: string): Entry[] {
  return (chronicle.days.get(day) ?? [])
    .map((id) => requireRecord(chronicle.entries, id))
    .filter((entry) => entry.date.start === day && dateSegments(entry.date).length === 3)
    .sort(compareWeight);
}

function timelineEntry(context: ViewContext, entry: Entry): TimelineEntry {
  const { standings } = context.chronicle;
  const contested = entry.claims.filter((claim) => standings.get(claim.key)?.kind === 'contested').length;
  return {
    ...entryLink(context, entry),
    kind: entryKindLabels[entry.kind],
    kindId: entry.kind,
    remark: `${countNoun(entry.claims.length, 'claim')}${contested > 0 ? `, ${contested} contested` : ''}`,
    span: entry.date.start === entry.date.end ? undefined : formatDate(entry.date),
  };
}
