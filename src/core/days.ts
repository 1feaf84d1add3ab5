const dayLength = 86_400_000;

/** The first and last day that a record may be dated by. */
export const firstDay = '0001-01-01';
/** The first and last day that a record may be dated by. */
export const lastDay = '2999-12-31';

const dayFormat = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDayFormat = formatter({ day: 'numeric', month: 'short' });
const weekdayFormat = formatter({ weekday: 'long' });
const monthFormat = formatter({ month: 'long', year: 'numeric' });
const monthNameFormat = formatter({ month: 'long' });

/** Returns a day in words: `29 October 2020`. */
export function formatDay(day: string): string {
  return dayFormat(day);
}

/** Returns a day in short words: `29 Oct`. */
export function formatShortDay(day: string): string {
  return shortDayFormat(day);
}

/** Returns the name of a day's weekday. */
export function formatWeekday(day: string): string {
  return weekdayFormat(day);
}

/** Returns a month in words; `month` is `01` to `12`. */
export function formatMonth(year: string, month: string): string {
  return monthFormat(`${year}-${month}-01`);
}

/** Returns the name of a month; `month` is `01` to `12`. */
export function formatMonthName(month: string): string {
  return monthNameFormat(`2000-${month}-01`);
}

/** Returns the day that lies a number of days after another. */
export function addDays(day: string, count: number): string {
  return toDay(Date.parse(day) + count * dayLength);
}

/** Returns the number of days from one day to another. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Returns all days from one to another, both included. */
export function listDays(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, countDays(from, to) + 1) }, (_, index) => addDays(from, index));
}

/** Returns all months from one day to another, such as `2020-10`. */
export function listMonths(from: string, to: string): string[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, index) => {
    const number = first + index;
    return `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
  });
}

/** Returns the weekday of a day, 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: string): number {
  return (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
}

/** Returns the last day of a month. */
export function lastDayOfMonth(year: string, month: string): string {
  // Not by Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const next = month === '12' ? `${pad(Number(year) + 1, 4)}-01` : `${year}-${pad(Number(month) + 1, 2)}`;
  return addDays(`${next}-01`, -1);
}

/** Returns the day of a time in milliseconds since 1970, UTC. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

// A page writes dozens of days and a build the same ones thousands of times, and Intl takes long for each.
function formatter(options: Intl.DateTimeFormatOptions): (day: string) => string {
  // Made when it is first used: each takes a browser some milliseconds.
  let format: Intl.DateTimeFormat | undefined;
  const known = new Map<string, string>();
  return (day) => {
    format ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    const text = known.get(day) ?? format.format(Date.parse(day));
    known.set(day, text);
    return text;
  };
}
