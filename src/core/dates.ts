import edtf from 'edtf';
import { firstDay, formatDay, formatMonth, lastDay, toDay } from './days.ts';
import { remember } from './memo.ts';

/** How finely a date is known. */
export type DatePrecision = 'day' | 'month' | 'year' | 'range';

/** An EDTF date of level 0 or 1; `start` and `end` are the first and last calendar day that it may mean. */
export interface ChronicleDate {
  readonly edtf: string;
  readonly start: string;
  readonly end: string;
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const shape = /^\d{4}(?:-\d{2}){0,2}[?~%]?(?:\/\d{4}(?:-\d{2}){0,2}[?~%]?)?$/;

// A chronicle names few dates many times, and edtf.js takes longer over one than all else about a record.
const parsed = new Map<string, ChronicleDate | undefined>();

/** Returns the date that an EDTF text stands for, or `undefined`. Parsing is edtf.js's. */
export function parseDate(text: string): ChronicleDate | undefined {
  if (!shape.test(text)) return undefined;
  if (!parsed.has(text)) parsed.set(text, readDate(text));
  return parsed.get(text);
}

function readDate(text: string): ChronicleDate | undefined {
  const limits = readLimits(text);
  if (!limits) return undefined;
  return {
    edtf: text,
    start: limits.start,
    end: limits.end,
    precision: readPrecision(text),
    approximate: /[~%]/.test(text),
    uncertain: /[?%]/.test(text),
  };
}

/** Returns the date of a text that the schema has accepted. */
export function requireDate(text: string): ChronicleDate {
  const date = parseDate(text);
  if (!date) throw new TypeError(`Expected an EDTF date, got \`${text}\``);
  return date;
}

/** Returns a date with two digits for each month and day, if that makes it a date: `2020-9-7` is `2020-09-07`. */
export function padDate(text: string): string {
  if (parseDate(text)) return text;
  const padded = text.replaceAll(/-(\d)(?=[-/?~%]|$)/g, '-0$1');
  return parseDate(padded) ? padded : text;
}

/** Returns the parts of a date's start that are stated: `['2020', '10']` for `2020-10~`. */
export const dateSegments = remember((date: ChronicleDate): readonly string[] => startText(date.edtf).split('-'));

/** Returns the start of a date as it stands in a file's name: `2020-10-29`, `2020-10`, `2020`. */
export function startText(edtfText: string): string {
  return (edtfText.split('/')[0] ?? edtfText).replace(/[?~%]$/, '');
}

/** Returns a date in words: `29 October 2020`, `October 2020`, `27 to 28 October 2020`, `about 1988`. */
export const formatDate = remember((date: ChronicleDate): string => {
  const parts = date.edtf.split('/').map((part) => formatPart(part));
  const text = parts.length === 2 ? joinRange(parts[0] ?? '', parts[1] ?? '') : (parts[0] ?? '');
  const doubt = date.approximate ? 'about ' : '';
  return `${doubt}${text}${date.uncertain ? ' (uncertain)' : ''}`;
});

/** Returns how finely a date is known, in words for a reader; empty for a plain day. */
export function describePrecision(date: ChronicleDate): string {
  const words: Record<DatePrecision, string> = {
    day: '',
    month: 'known to the month',
    year: 'known to the year',
    range: 'over several days or longer',
  };
  return [words[date.precision], date.approximate ? 'approximate' : '', date.uncertain ? 'uncertain' : '']
    .filter(Boolean)
    .join(', ');
}

function readLimits(text: string): { start: string; end: string } | undefined {
  // Most dates are plain days, for which the calendar is enough.
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? { start: text, end: text } : undefined;
  let start: string;
  let end: string;
  try {
    const value = edtf(text, { types: ['Date', 'Interval'], level: 1 });
    start = toDay(value.min);
    end = toDay(value.max);
  } catch {
    return undefined;
  }
  // edtf.js rolls 29 February of a common year over into March.
  const [first, last] = text.split('/').map((part) => part.replace(/[?~%]$/, ''));
  const isReal = start.startsWith(first ?? '') && end.startsWith(last ?? first ?? '');
  return isReal && start <= end && start >= firstDay && end <= lastDay ? { start, end } : undefined;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && toDay(time) === text && text >= firstDay && text <= lastDay;
}

function readPrecision(text: string): DatePrecision {
  if (text.includes('/')) return 'range';
  const precisions: readonly DatePrecision[] = ['year', 'month', 'day'];
  return precisions[startText(text).split('-').length - 1] ?? 'day';
}

function formatPart(part: string): string {
  const [year = '', month, day] = part.replace(/[?~%]$/, '').split('-');
  if (month === undefined) return year;
  return day === undefined ? formatMonth(year, month) : formatDay(`${year}-${month}-${day}`);
}

// `27 October 2020` and `28 October 2020` become `27 to 28 October 2020`.
function joinRange(first: string, last: string): string {
  const from = first.split(' ');
  const to = last.split(' ');
  while (from.length > 1 && from.length === to.length && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  const shared = last.split(' ').slice(to.length);
  return `${from.join(' ')} to ${[...to, ...shared].join(' ')}`;
}
