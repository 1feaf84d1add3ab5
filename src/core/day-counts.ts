import { addDays, countDays } from './days.ts';

/** Days and how many entries each has, by year: a letter a day from 1 January, `-` for none, else the number in base 36, `z` for 35 and more. */
export type DayCounts = Readonly<Record<string, string>>;

const most = 35;

/** Packs days, in order, with how many entries each has. */
export function packDays(days: Iterable<readonly [day: string, entries: number]>): DayCounts {
  const years: Record<string, string> = {};
  for (const [day, entries] of days) {
    const year = day.slice(0, 4);
    years[year] =
      (years[year] ?? '').padEnd(countDays(`${year}-01-01`, day), '-') + Math.min(entries, most).toString(36);
  }
  return years;
}

/** Returns the days that were packed, with how many entries each has, at most 35. */
export function unpackDays(counts: DayCounts): [day: string, entries: number][] {
  return Object.entries(counts).flatMap(([year, letters]) =>
    [...letters].flatMap((letter, index): [string, number][] =>
      letter === '-' ? [] : [[addDays(`${year}-01-01`, index), Number.parseInt(letter, 36)]],
    ),
  );
}
