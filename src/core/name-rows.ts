import { type DayCounts, unpackDays } from './day-counts.ts';
import { formatMonthName } from './days.ts';
import { foldName, slugOf } from './names.ts';

/** One thing that the search box can jump to. */
export interface NameRow {
  readonly href: string;
  readonly name: string;
  /** `City`, `Person`, `Day`. */
  readonly what: string;
  /** Every folded form of its names. */
  readonly forms: readonly string[];
  /** A person's offices, folded. */
  readonly offices: readonly string[];
  /** How many entries name it. */
  readonly entries: number;
}

/** The file of all names as it is sent: what the browser can work out for itself is left out. */
export interface NameFile {
  /** The start of the addresses of places, actors and days. */
  readonly prefixes: readonly [place: string, actor: string, day: string];
  readonly kinds: readonly string[];
  /** Prefix, id (empty where it is the display name's slug), display name, kind, entries, further folded forms and offices, each set joined by `|`. */
  readonly records: readonly (readonly [
    prefix: 0 | 1,
    id: string,
    name: string,
    kind: number,
    entries: number,
    forms: string,
    offices?: string,
  ])[];
  /** Days that have pages. */
  readonly days: DayCounts;
  /** The days that need no year. */
  readonly focus: readonly [from: string, to: string];
}

/** Returns the rows that a file of names stands for. */
export function expandNames(file: NameFile): NameRow[] {
  const split = (text: string | undefined) => (text ? text.split('|') : []);
  return [
    ...file.records.map(([prefix, id, name, kind, entries, forms, offices]) => ({
      href: `${file.prefixes[prefix]}${id || slugOf(name)}/`,
      name,
      what: file.kinds[kind] ?? '',
      forms: [foldName(name), ...split(forms)],
      offices: split(offices),
      entries,
    })),
    ...unpackDays(file.days).map(([day, entries]) => toDayRow(file, day, entries)),
  ];
}

// A long chronicle has thousands of days; their names are put together, for to format each takes too long for a browser.
const months = Array.from({ length: 12 }, (_, index) => formatMonthName(String(index + 1).padStart(2, '0')));

function toDayRow({ prefixes, focus }: NameFile, day: string, entries: number): NameRow {
  const [year = '', month = ''] = day.split('-');
  const number = String(Number(day.slice(8)));
  const monthName = months[Number(month) - 1] ?? '';
  return {
    href: `${prefixes[2]}${day.replaceAll('-', '/')}/`,
    name: `${number} ${monthName} ${Number(year)}`,
    what: 'Day',
    forms: dayForms(day, [number, monthName.toLowerCase(), String(Number(year))], day >= focus[0] && day <= focus[1]),
    offices: [],
    entries,
  };
}

function dayForms(day: string, [number, month, year]: readonly [string, string, string], isFocus: boolean): string[] {
  const short = month.slice(0, 3);
  const withYear = [
    `${number} ${month} ${year}`,
    `${month} ${number} ${year}`,
    `${number} ${short} ${year}`,
    `${short} ${number} ${year}`,
    day.replaceAll('-', ' '),
  ];
  return isFocus ? [...withYear, `${number} ${month}`, `${month} ${number}`] : withYear;
}
