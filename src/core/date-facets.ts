import type { ChronicleDate } from './dates.ts';
import { addDays, countDays, firstDay, lastDay, lastDayOfMonth, listDays, listMonths } from './days.ts';

const dayLimit = 31;

/**
 * Returns the facets under which a date is found by range: `y2020`, `m2020-10` and `d2020-10-29` for every year, month and
 * day that it certainly covers, `p2020-10` or `p2020` for a month or year within which it lies somewhere.
 */
export function dateFacets(date: ChronicleDate): string[] {
  const count = countDays(date.start, date.end) + 1;
  if (date.precision === 'day' || (date.precision === 'range' && count <= dayLimit)) {
    const days = listDays(date.start, date.end);
    return [...new Set(days.flatMap((day) => [`y${day.slice(0, 4)}`, `m${day.slice(0, 7)}`, `d${day}`]))];
  }
  const isLong = date.precision === 'year' || count > 2 * 366;
  return [...new Set(listMonths(date.start, date.end).map((month) => `p${month.slice(0, isLong ? 4 : 7)}`))];
}

/** Returns the fewest facets that cover the days from one to another, and those of coarser dates that may lie among them. */
export function rangeFacets(from: string, to: string): string[] {
  const first = from < firstDay ? firstDay : from;
  const last = to > lastDay ? lastDay : to;
  if (first > last) return [];
  const facets: string[] = [];
  for (let day = first; day <= last;) {
    const year = day.slice(0, 4);
    const month = day.slice(0, 7);
    const monthEnd = lastDayOfMonth(year, day.slice(5, 7));
    const yearEnd = `${year}-12-31`;
    if (day === `${year}-01-01` && yearEnd <= last) {
      facets.push(`y${year}`);
      day = addDays(yearEnd, 1);
    } else if (day === `${month}-01` && monthEnd <= last) {
      facets.push(`m${month}`);
      day = addDays(monthEnd, 1);
    } else {
      facets.push(`d${day}`);
      day = addDays(day, 1);
    }
  }
  const months = listMonths(first, last);
  return [...facets, ...new Set(months.flatMap((month) => [`p${month.slice(0, 4)}`, `p${month}`]))];
}
