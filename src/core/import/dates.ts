import { en, type ParsedResult } from 'chrono-node';

/** A date in a sentence, resolved against the day of publication. */
export interface DateCandidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** EDTF; a week that nobody counted by days is approximate: `2020-10-22~`. */
  readonly edtf: string;
  readonly isRelative: boolean;
}

const future = /\b(?:will|shall|set to|due to|expected to|plans? to|planned|scheduled|next|to meet|upcoming)\b/i;
const day = 86_400_000;

/** Finds dates; those without a year or by their weekday count from the day of publication, backwards unless plans are told. */
export function findDates(text: string, issued: string | undefined): DateCandidate[] {
  if (issued === undefined) return findWholeDates(text);
  const reference = new Date(`${issued}T12:00:00`);
  const dates = en
    .parse(text, reference)
    .flatMap((result) => (hasDay(result) ? [toCandidate(result, text, Date.parse(issued))] : []));
  return [...dates, ...findYears(text, dates)].sort((a, b) => a.start - b.start);
}

/** Finds dates that are written with day, month and year. */
export function findWholeDates(text: string): DateCandidate[] {
  // What chrono counts from today is not written out, whichever day today is.
  return en
    .parse(text, new Date(0))
    .filter((result) => result.start.isCertain('day') && /\b\d{4}\b/.test(result.text))
    .map((result) => toCandidate(result, text, Number.POSITIVE_INFINITY));
}

function hasDay({ start, text }: ParsedResult): boolean {
  if (/^\d{1,2}[:.]\d{2}/.test(text) || /^(?:may|march|sun|sat|now|today's)$/.test(text)) return false;
  return (
    start.isCertain('day') ||
    start.isCertain('weekday') ||
    start.isCertain('month') ||
    /\b(?:week|month|year)s?\b/i.test(text)
  );
}

function toCandidate(result: ParsedResult, sentence: string, limit: number): DateCandidate {
  const { start, index } = result;
  const text = result.text.replace(/[\s,]+$/, '');
  const base = {
    start: index,
    end: index + text.length,
    text,
    isRelative: !start.isCertain('year') || isCounted(text),
  };
  let date = Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1);
  const isAhead = date > limit && !future.test(sentence);
  if (isAhead && start.isCertain('weekday') && !start.isCertain('day')) date -= 7 * day;
  const whole = new Date(date);
  // A day without a year that lies ahead is last year's.
  if (isAhead && start.isCertain('month') && !start.isCertain('year')) whole.setUTCFullYear(whole.getUTCFullYear() - 1);
  const iso = whole.toISOString().slice(0, 10);
  if (!start.isCertain('day') && !start.isCertain('weekday')) {
    if (start.isCertain('month')) return { ...base, edtf: iso.slice(0, 7) };
    return { ...base, edtf: /year/i.test(text) ? iso.slice(0, 4) : /month/i.test(text) ? iso.slice(0, 7) : `${iso}~` };
  }
  return { ...base, edtf: /\b(?:weeks?|months?)\b/i.test(text) ? `${iso}~` : iso };
}

// chrono marks every part of `last week` and `two days ago` as certain.
function isCounted(text: string): boolean {
  return /\b(?:ago|last|next|yesterday|today|tomorrow|earlier|week|month|year)\b/i.test(text);
}

function findYears(text: string, dates: readonly DateCandidate[]): DateCandidate[] {
  return Array.from(text.matchAll(/\b(?:in|since|of|from|until)\s((?:19|20)\d{2})\b/g), (match) => {
    const year = match[1] ?? '';
    const start = match.index + match[0].length - year.length;
    return { start, end: start + year.length, text: year, edtf: year, isRelative: false };
  }).filter((year) => !dates.some((date) => date.start <= year.start && date.end >= year.end));
}
