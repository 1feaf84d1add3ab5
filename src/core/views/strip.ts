import { formatDay, formatShortDay, listDays } from '../days.ts';
import { countNoun, type ViewContext } from './context.ts';

/** The days of the focus period as small bars. */
export interface StripView {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly days: readonly {
    readonly href: string;
    /** Spoken: `29 October 2020: 5 entries`. */
    readonly label: string;
    readonly count: number;
    /** Height of the bar, 0 to 97, as a share of the busiest day's. */
    readonly height: number;
    readonly isCurrent: boolean;
  }[];
}

/** Returns the strip of the focus period, with one day marked. */
export function stripView({ chronicle, urls }: ViewContext, current?: string): StripView {
  const { focus } = chronicle.config;
  const counts = listDays(focus.from, focus.to).map((day) => ({ day, count: chronicle.days.get(day)?.length ?? 0 }));
  const highest = Math.max(1, ...counts.map((item) => item.count));
  return {
    label: `Days of ${focus.name}`,
    from: formatShortDay(focus.from),
    to: formatDay(focus.to),
    days: counts.map(({ day, count }) => ({
      href: urls.day(day),
      label: `${formatDay(day)}: ${countNoun(count, 'entry', 'entries')}`,
      count,
      height: Math.round((count / highest) * 97),
      isCurrent: day === current,
    })),
  };
}
