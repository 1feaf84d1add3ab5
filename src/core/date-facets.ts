import type { ChronicleDate } from './dates.ts';
import { addDays, lastDayOfMonth, listDays } from './days.ts';

const dayLimit = 31;

/**
 * Returns the facets under which a date is found by range: `y2020`, `m2020-10` and `d2020-10-29` for every year, month and
 * day that it certainly covers, `p2020-10` or `p2020` for a month or year within which it lies somewhere.
 */
export function dateFacets(date: ChronicleDate): string[] {
  const days = listDays(date.start, date.end);
  if (date.precision === 'day' || (date.precision === 'range' && days.length <= dayLimit)) {
    return [...new Set(days.flatMap((day) => [`y${day.slice(0, 4)}`, `m${day.slice(0, 7)}`, `d${day}`]))];
  }
  const isLong = date.precision === 'year' || days.length > 2 * 366;
  return [...new Set(days.map((day) => `p${day.slice(0, isLong ? 4 : 7)}`))];
}

/** Returns the fewest facets that cover the days from one to another, and those of coarser dates that may lie among them. */
export function rangeFacets(from: string, to: string): string[] {
  const facets: string[] = [];
  for (let day = from; day <= to;) {
    const year = day.slice(0, 4);
    const month = day.slice(0, 7);
    const monthEnd = lastDayOfMonth(year, day.slice(5, 7));
    if (day === `${year}-01-01` && `${year}-12-31` <= to) {
      facets.push(`y${year}`);
      day = `${Number(year) + 1}-01-01`;
    } else if (day === `${month}-01` && monthEnd <= to) {
      facets.push(`m${month}`);
      day = addDays(monthEnd, 1);
    } else {
      facets.push(`d${day}`);
      day = addDays(day, 1);
    }
  }
  return [...facets, ...possibleFacets(from, to)];
}

function possibleFacets(from: string, to: string): string[] {
  const facets = new Set<string>();
  for (
    let day = `${from.slice(0, 7)}-01`;
    day <= to;
    day = addDays(lastDayOfMonth(day.slice(0, 4), day.slice(5, 7)), 1)
  ) {
    facets.add(`p${day.slice(0, 4)}`);
    facets.add(`p${day.slice(0, 7)}`);
  }
  return [...facets];
}
